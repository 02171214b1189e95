package com.contractorportal.property;

import com.contractorportal.property.PropertyImportView.RowError;
import com.contractorportal.rule.Sentence;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads properties from a CSV file (RFC 4180, UTF-8; comma, semicolon or tab). Columns are
 * recognised by the names in the first line, in any order and letter case; unknown ones are passed
 * over.
 */
final class PropertyCsv implements AutoCloseable {

  /** What a column can mean, and the names it goes by: lower case, letters and digits only. */
  private enum Column {
    NAME("name", "property", "propertyname", "site", "sitename"),
    STREET("address", "street", "streetaddress", "address1", "addressline1"),
    UNIT("unit", "apartment", "apt", "suite", "address2", "addressline2"),
    CITY("city", "town", "municipality"),
    STATE("state", "province", "region"),
    POSTAL_CODE("postalcode", "zip", "zipcode", "postcode"),
    LATITUDE("latitude", "lat"),
    LONGITUDE("longitude", "lon", "lng", "long"),
    KIND("kind", "type", "propertykind", "propertytype"),
    AREA_M2("aream2", "area", "areasqm"),
    TRIGGER_DEPTH_CM("triggerdepthcm", "triggerdepth", "trigger"),
    SITE_NOTES("sitenotes", "notes", "note"),
    STATUS("status"),
    EXTERNAL_REF("externalref", "externalreference", "externalid", "reference");

    private final List<String> names;

    Column(String... names) {
      this.names = List.of(names);
    }

    static Optional<Column> of(String header) {
      String plain = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
      return Arrays.stream(values()).filter(column -> column.names.contains(plain)).findFirst();
    }

    /** The name to write into the first line. */
    String header() {
      return this == STREET ? "address" : name().toLowerCase(Locale.ROOT);
    }

    /** The field of {@link PropertyDraft} that it fills. */
    String field() {
      String[] words = name().toLowerCase(Locale.ROOT).split("_");
      return words[0]
          + Arrays.stream(words)
              .skip(1)
              .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
              .collect(Collectors.joining());
    }
  }

  /**
   * A row of the file: a draft, or what is wrong with it.
   *
   * @param line on which it begins, from 1
   */
  record Row(int line, Optional<PropertyDraft> draft, List<RowError> errors) {}

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?");

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LONGEST_HEADER = 16 * 1024;

  /** In characters. Nobody writes so much into a field: it has swallowed the rows behind it. */
  private static final int LONGEST_FIELD = 64 * 1024;

  /** The shortest rows would make ten million of a file that is not too large. */
  static final int MOST_ROWS = 250_000;

  private static final String EMPTY =
      "The file is empty. Its first line must name the columns, address at least.";
  private static final String NOT_TEXT =
      "This is not a CSV file in UTF-8. Save it from your spreadsheet as “CSV UTF-8” and import that.";

  private final CountingStream bytes;
  private final Assembly assembly = new Assembly();
  private final CsvReader<Fields> reader;
  private final Iterator<Fields> records;
  private final Map<Column, Integer> columns;
  private final int columnCount;

  /**
   * On which line each reference stood first: few megabytes, as files and their rows are limited.
   */
  private final Map<String, Integer> lineOfRef = new HashMap<>();

  private int rowCount;
  private Optional<UnusableFile> end = Optional.empty();

  private PropertyCsv(Path file) throws IOException {
    char separator = separator(file);
    bytes = new CountingStream(Files.newInputStream(file));
    Reader text =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(assembly, text);
    records = reader.iterator();
    if (!records.hasNext()) {
      throw new UnusableFile(EMPTY);
    }
    List<String> header = records.next().texts();
    columnCount = header.size();
    columns = columns(header);
  }

  /**
   * Opens a file behind its first line.
   *
   * @throws UnusableFile if it is no text, or its first line does not name the columns
   */
  static PropertyCsv open(Path file) throws IOException {
    try {
      return new PropertyCsv(file);
    } catch (CsvParseException broken) {
      throw new UnusableFile(
          "A quotation mark in the first line is never closed, or closed where no name ends.");
    } catch (UncheckedIOException | CharacterCodingException unreadable) {
      throw new UnusableFile(NOT_TEXT);
    }
  }

  /**
   * Reads a file to its end, to see whether it is text, and its first line.
   *
   * @throws UnusableFile if it cannot be imported
   */
  static void check(Path file) throws IOException {
    try (BufferedReader text = Files.newBufferedReader(file)) {
      char[] buffer = new char[8192];
      for (int length = text.read(buffer); length >= 0; length = text.read(buffer)) {
        for (int i = 0; i < length; i++) {
          if (buffer[i] < ' ' && buffer[i] != '\n' && buffer[i] != '\r' && buffer[i] != '\t') {
            throw new UnusableFile(NOT_TEXT);
          }
        }
      }
    } catch (CharacterCodingException notUtf8) {
      throw new UnusableFile(NOT_TEXT);
    }
    open(file).close();
  }

  private static char separator(Path file) throws IOException {
    try (BufferedReader text = Files.newBufferedReader(file)) {
      char[] start = new char[LONGEST_HEADER];
      int length = text.read(start);
      String header = length < 0 ? "" : new String(start, 0, length).lines().findFirst().orElse("");
      if (header.isBlank()) {
        throw new UnusableFile(EMPTY);
      }
      char best = ',';
      for (char candidate : new char[] {';', '\t'}) {
        if (count(header, candidate) > count(header, best)) {
          best = candidate;
        }
      }
      return best;
    }
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }

  private static Map<Column, Integer> columns(List<String> header) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    for (int i = 0; i < header.size(); i++) {
      int index = i;
      Column.of(header.get(i))
          .ifPresent(
              column -> {
                if (columns.putIfAbsent(column, index) != null) {
                  throw new UnusableFile(
                      "Two columns both look like the property's %s. Rename one of them.",
                      column.field());
                }
              });
    }
    if (!columns.containsKey(Column.STREET)) {
      throw new UnusableFile(
          "The first line must name the columns, and one of them must be address (or street). Understood are: %s. The first line begins with: %s",
          String.join(", ", header()),
          header.stream().limit(8).map(PropertyCsv::shortened).collect(Collectors.joining(", ")));
    }
    return columns;
  }

  private static String shortened(String text) {
    return text.length() > 30 ? text.substring(0, 29) + '…' : text;
  }

  /**
   * The next rows, at most so many; none at the end of the file. Where the file breaks off its
   * form, the last row says so.
   *
   * @throws UnusableFile if there is no reading on behind the rows before: the file broke off its
   *     form, or has too many rows
   */
  List<Row> next(int most) {
    if (end.isPresent()) {
      throw end.get();
    }
    List<Row> rows = new ArrayList<>();
    try {
      while (rows.size() < most && rowCount < MOST_ROWS && records.hasNext()) {
        rows.add(row(records.next()));
        rowCount++;
      }
      if (rows.isEmpty() && records.hasNext()) {
        throw new UnusableFile(
            "The file has more than %,d rows. So many are done; import the others as a file of their own.",
            MOST_ROWS);
      }
    } catch (CsvParseException broken) {
      rows.add(brokenRow());
    } catch (UncheckedIOException unreadable) {
      throw new UnusableFile(NOT_TEXT);
    }
    return rows;
  }

  private Row brokenRow() {
    int line = assembly.fieldLine;
    end =
        Optional.of(
            new UnusableFile(
                "The file could be read up to line %d only, where a quotation mark opens that is never closed, or closed where no field ends."
                    + " The rows before are done; mend the line and import the rest.",
                line));
    return rejected(
        assembly.recordLine,
        new RowError(
            line,
            "row",
            Sentence.of(
                "A quotation mark opens in this line that is never closed, or closed where no field ends. Nothing behind it was read."),
            Optional.empty()));
  }

  private static Row rejected(int line, RowError error) {
    return new Row(line, Optional.empty(), List.of(error));
  }

  /** All columns that are understood, as the first line names them. */
  static List<String> header() {
    return Arrays.stream(Column.values()).map(Column::header).toList();
  }

  /** How many bytes of the file have been read. */
  long bytesRead() {
    return bytes.count;
  }

  private Row row(Fields csv) {
    int line = csv.line();
    if (csv.swallowedAt().isPresent()) {
      return rejected(
          line,
          new RowError(
              csv.swallowedAt().get(),
              "row",
              Sentence.of(
                  "A field that begins in this line has more than 64 KB. Look for a quotation mark that is never closed."),
              Optional.empty()));
    }
    if (csv.texts().size() != columnCount) {
      return rejected(
          line,
          new RowError(
              line,
              "row",
              Sentence.of(
                  csv.texts().size() == 1
                      ? "The first line names %d columns, this row has %d field. Look for a missing or extra separator, or a quotation mark that is never closed."
                      : "The first line names %d columns, this row has %d fields. Look for a missing or extra separator, or a quotation mark that is never closed.",
                  columnCount,
                  csv.texts().size()),
              Optional.empty()));
    }
    List<RowError> errors = new ArrayList<>();
    Reading reading = new Reading(csv, line, errors);
    String street = reading.text(Column.STREET);
    String unit = reading.text(Column.UNIT);
    String name = reading.text(Column.NAME);
    PropertyDraft draft =
        new PropertyDraft(
            name != null || street == null ? name : unit == null ? street : street + ", " + unit,
            street,
            unit,
            reading.text(Column.CITY),
            reading.text(Column.STATE),
            reading.text(Column.POSTAL_CODE),
            reading.number(Column.LATITUDE),
            reading.number(Column.LONGITUDE),
            reading.choice(Column.KIND, PropertyKind.class),
            reading.number(Column.AREA_M2),
            reading.number(Column.TRIGGER_DEPTH_CM),
            reading.text(Column.SITE_NOTES),
            reading.choice(Column.STATUS, PropertyStatus.class),
            reading.text(Column.EXTERNAL_REF));
    reading.refuseSecond(draft.externalRef());
    return new Row(line, errors.isEmpty() ? Optional.of(draft) : Optional.empty(), errors);
  }

  /**
   * What a row makes of a property that is there: columns that the file does not have leave it as
   * it is, empty fields empty it. It always is of a kind, has a status and a name.
   */
  PropertyDraft over(PropertyDraft present, PropertyDraft row) {
    return new PropertyDraft(
        of(Column.NAME, present, row, PropertyDraft::name),
        of(Column.STREET, present, row, PropertyDraft::street),
        of(Column.UNIT, present, row, PropertyDraft::unit),
        of(Column.CITY, present, row, PropertyDraft::city),
        of(Column.STATE, present, row, PropertyDraft::state),
        of(Column.POSTAL_CODE, present, row, PropertyDraft::postalCode),
        of(Column.LATITUDE, present, row, PropertyDraft::latitude),
        of(Column.LONGITUDE, present, row, PropertyDraft::longitude),
        row.kind() == null ? present.kind() : row.kind(),
        of(Column.AREA_M2, present, row, PropertyDraft::areaM2),
        of(Column.TRIGGER_DEPTH_CM, present, row, PropertyDraft::triggerDepthCm),
        of(Column.SITE_NOTES, present, row, PropertyDraft::siteNotes),
        row.status() == null ? present.status() : row.status(),
        row.externalRef());
  }

  private <T> T of(
      Column column, PropertyDraft present, PropertyDraft row, Function<PropertyDraft, T> field) {
    return field.apply(columns.containsKey(column) ? row : present);
  }

  private final class Reading {

    private final Fields csv;
    private final int line;
    private final List<RowError> errors;

    Reading(Fields csv, int line, List<RowError> errors) {
      this.csv = csv;
      this.line = line;
      this.errors = errors;
    }

    String text(Column column) {
      Integer index = columns.get(column);
      if (index == null) {
        return null;
      }
      String text = csv.texts().get(index).strip();
      return text.isEmpty() ? null : text;
    }

    BigDecimal number(Column column) {
      String text = text(column);
      if (text == null) {
        return null;
      }
      // A bound on the length keeps 1e999999999 and its like from becoming gigantic numbers.
      if (text.length() <= 40 && NUMBER.matcher(text).matches()) {
        return new BigDecimal(text);
      }
      return wrong(
          column, text, Sentence.of("This is not a number; use digits and a decimal point."));
    }

    <E extends Enum<E>> E choice(Column column, Class<E> type) {
      String text = text(column);
      if (text == null) {
        return null;
      }
      return Arrays.stream(type.getEnumConstants())
          .filter(value -> value.name().equalsIgnoreCase(text))
          .findFirst()
          .orElseGet(
              () ->
                  wrong(
                      column,
                      text,
                      Sentence.of(
                          "Use one of %s.",
                          Arrays.stream(type.getEnumConstants())
                              .map(Enum::name)
                              .collect(Collectors.joining(", ")))));
    }

    /** Of two rows for one property nobody could tell which is meant; the first one is taken. */
    void refuseSecond(String ref) {
      Integer first = ref == null ? null : lineOfRef.putIfAbsent(ref, line);
      if (first != null) {
        wrong(
            Column.EXTERNAL_REF,
            ref,
            Sentence.of(
                "Line %d has the same external reference. Give each property one row.", first));
      }
    }

    private <T> T wrong(Column column, String value, Sentence reason) {
      errors.add(new RowError(line, column.field(), reason, Optional.of(value)));
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /**
   * One record of the file.
   *
   * @param line on which it begins
   * @param swallowedAt where a field begins that is too long to be one
   */
  private record Fields(int line, List<String> texts, Optional<Integer> swallowedAt) {}

  /** Puts records together, and knows where it is when one breaks off. */
  private static final class Assembly extends AbstractBaseCsvCallbackHandler<Fields> {

    private int recordLine;
    private int fieldLine;
    private List<String> texts;
    private Optional<Integer> swallowedAt;

    @Override
    protected void handleBegin(long startingLineNumber) {
      recordLine = (int) startingLineNumber;
      fieldLine = recordLine;
      texts = new ArrayList<>();
      swallowedAt = Optional.empty();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      if (length > LONGEST_FIELD) {
        swallowedAt = swallowedAt.or(() -> Optional.of(fieldLine));
      }
      String text = new String(buffer, offset, length);
      texts.add(text);
      fieldLine += (int) text.chars().filter(character -> character == '\n').count();
    }

    @Override
    protected Fields buildRecord() {
      return new Fields(recordLine, texts, swallowedAt);
    }
  }

  private static final class CountingStream extends FilterInputStream {

    private long count;

    CountingStream(InputStream in) {
      super(new BufferedInputStream(in));
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
