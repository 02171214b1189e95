package com.contractorportal.weather;

import com.contractorportal.rule.Sentence;
import com.contractorportal.weather.WeatherImportView.RowError;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the weather from a CSV file (RFC 4180, UTF-8; comma, semicolon or tab). Columns are
 * recognised by the names in the first line, in any order and letter case; unknown ones are passed
 * over, and only the place and the date are needed.
 */
final class WeatherCsv {

  /** What a column can mean, and the names it goes by: lower case, letters and digits only. */
  private enum Column {
    PLACE("place", "location", "station"),
    DATE("date", "time", "datetime", "observedat"),
    LATITUDE("latitude", "lat"),
    LONGITUDE("longitude", "lon", "lng"),
    PRECIPITATION("precipitation", "precipitationmm"),
    SNOWFALL("snowfall", "snowfallcm"),
    TEMP_MAX("tempmax", "temperaturemax", "temperaturemaxc"),
    TEMP_MIN("tempmin", "temperaturemin", "temperatureminc"),
    WIND("wind", "windms", "windspeed"),
    WEATHER("weather", "conditions", "condition"),
    SOURCE("source");

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
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A row of the file: a reading, or what is wrong with it.
   *
   * @param line on which it begins, from 1
   */
  record Row(int line, Optional<Reading> reading, List<RowError> errors) {}

  /**
   * What holds for rows that do not say it themselves.
   *
   * @param zone of days, and of hours without an offset
   */
  record Defaults(ZoneId zone, BigDecimal latitude, BigDecimal longitude, String source) {}

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LONGEST_SHOWN = 200;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  private final Defaults defaults;
  private final Iterator<CsvRecord> records;
  private final Map<Column, Integer> columns;
  private final int columnCount;
  private int line = 1;
  private boolean broken;

  /**
   * @throws UnusableWeatherFile if it is no text, or its first line does not name the columns
   */
  WeatherCsv(byte[] file, Defaults defaults) {
    this.defaults = defaults;
    String text = text(file);
    records =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)
            .iterator();
    try {
      List<String> header = records.hasNext() ? records.next().getFields() : List.of();
      columnCount = header.size();
      columns = columns(header);
    } catch (CsvParseException unreadable) {
      throw new UnusableWeatherFile(
          "A quotation mark in the first line is never closed, or closed where no name ends.");
    }
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      if (text.chars().noneMatch(it -> it < ' ' && it != '\n' && it != '\r' && it != '\t')) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
      }
    } catch (CharacterCodingException notUtf8) {
      // Falls through to the one answer for everything that is no text.
    }
    throw new UnusableWeatherFile(
        "This is not a CSV file in UTF-8. Save it from your spreadsheet as “CSV UTF-8” and import that.");
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
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
                  throw new UnusableWeatherFile(
                      "Two columns both look like the %s. Rename one of them.", column.header());
                }
              });
    }
    if (!columns.containsKey(Column.PLACE) || !columns.containsKey(Column.DATE)) {
      throw new UnusableWeatherFile(
          "The first line must name the columns, place and date at least. Understood are: %s.",
          Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(", ")));
    }
    return columns;
  }

  /**
   * The next rows, at most so many; none at the end of the file. Where the file breaks off its
   * form, the last row says so.
   */
  List<Row> next(int most) {
    List<Row> rows = new ArrayList<>();
    try {
      while (!broken && rows.size() < most && records.hasNext()) {
        CsvRecord csv = records.next();
        line = (int) csv.getStartingLineNumber();
        rows.add(row(csv));
      }
    } catch (CsvParseException unreadable) {
      broken = true;
      rows.add(
          rejected(
              line + 1,
              "row",
              Sentence.of(
                  "From this line on, a quotation mark opens that is never closed, or closed where no field ends. Nothing behind it was read."),
              null));
    }
    return rows;
  }

  private static Row rejected(int line, String field, Sentence reason, String value) {
    return new Row(line, Optional.empty(), List.of(error(line, field, reason, value)));
  }

  static RowError error(int line, String field, Sentence reason, String value) {
    return new RowError(
        line,
        field,
        reason,
        Optional.ofNullable(value)
            .map(
                it -> it.length() > LONGEST_SHOWN ? it.substring(0, LONGEST_SHOWN - 1) + '…' : it));
  }

  private Row row(CsvRecord csv) {
    if (csv.getFieldCount() != columnCount) {
      return rejected(
          line,
          "row",
          Sentence.of(
              "The first line names %d columns, this row has %d. Look for a missing or extra separator.",
              columnCount, csv.getFieldCount()),
          null);
    }
    Fields fields = new Fields(csv.getFields());
    BigDecimal latitude = fields.degrees(Column.LATITUDE);
    BigDecimal longitude = fields.degrees(Column.LONGITUDE);
    if (latitude == null && longitude == null) {
      latitude = defaults.latitude();
      longitude = defaults.longitude();
    }
    Optional<Begin> begin = fields.begin();
    BigDecimal warmest = fields.number(Column.TEMP_MAX);
    BigDecimal coldest = fields.number(Column.TEMP_MIN);
    Reading reading =
        new Reading(
            fields.text(Column.PLACE),
            latitude,
            longitude,
            begin.map(Begin::at).orElse(null),
            begin.map(Begin::period).orElse(null),
            fields.number(Column.PRECIPITATION),
            fields.number(Column.SNOWFALL),
            warmest,
            coldest,
            fields.number(Column.WIND),
            fields.text(Column.WEATHER),
            Optional.ofNullable(fields.text(Column.SOURCE)).orElse(defaults.source()));
    if ((latitude == null) != (longitude == null) && fields.errors.isEmpty()) {
      fields.wrong(Column.LATITUDE, null, Sentence.of("Give latitude and longitude, or neither."));
    }
    if (warmest != null && coldest != null && warmest.compareTo(coldest) < 0) {
      fields.wrong(
          Column.TEMP_MIN,
          coldest.toPlainString(),
          Sentence.of("The lowest temperature is above the highest."));
    }
    return new Row(
        line, fields.errors.isEmpty() ? Optional.of(reading) : Optional.empty(), fields.errors);
  }

  /** When an observed hour or day began. */
  private record Begin(Instant at, Period period) {}

  private final class Fields {

    private final List<String> texts;
    private final List<RowError> errors = new ArrayList<>();

    Fields(List<String> texts) {
      this.texts = texts;
    }

    String text(Column column) {
      return Optional.ofNullable(columns.get(column))
          .map(index -> texts.get(index).strip())
          .filter(Predicate.not(String::isEmpty))
          .orElse(null);
    }

    BigDecimal number(Column column) {
      String text = text(column);
      // A bound on the length keeps 1e999999999 and its like from becoming gigantic numbers.
      if (text == null || (text.length() <= 20 && text.matches("[+-]?\\d+(\\.\\d+)?"))) {
        return text == null ? null : new BigDecimal(text);
      }
      return wrong(
          column, text, Sentence.of("This is not a number; use digits and a decimal point."));
    }

    /** As exact as they are kept: about 11 cm. */
    BigDecimal degrees(Column column) {
      return Optional.ofNullable(number(column))
          .map(degrees -> degrees.setScale(6, RoundingMode.HALF_EVEN))
          .orElse(null);
    }

    Optional<Begin> begin() {
      String text = text(Column.DATE);
      if (text == null) {
        return Optional.ofNullable(
            wrong(Column.DATE, null, Sentence.of("Say when this was observed.")));
      }
      try {
        Optional<Begin> begin = text.length() <= 40 ? Optional.of(begin(text)) : Optional.empty();
        return begin
            .filter(it -> !it.at().isBefore(EARLIEST) && it.at().isBefore(LATEST))
            .or(() -> Optional.ofNullable(notATime(text)));
      } catch (DateTimeException unreadable) {
        return Optional.ofNullable(notATime(text));
      }
    }

    private Begin begin(String text) {
      if (text.length() == "2026-01-05".length()) {
        return new Begin(
            LocalDate.parse(text).atStartOfDay(defaults.zone()).toInstant(), Period.DAY);
      }
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.replace(' ', 'T'), ZonedDateTime::from, LocalDateTime::from);
      ZonedDateTime begin =
          time instanceof ZonedDateTime zoned
              ? zoned
              : LocalDateTime.from(time).atZone(defaults.zone());
      if (begin.getMinute() != 0 || begin.getSecond() != 0 || begin.getNano() != 0) {
        throw new DateTimeException("not a whole hour");
      }
      return new Begin(begin.toInstant(), Period.HOUR);
    }

    private Begin notATime(String text) {
      return wrong(
          Column.DATE,
          text,
          Sentence.of(
              "Use a day like 2026-01-05, or a whole hour like 2026-01-05T10:00 or 2026-01-05T10:00-05:00."));
    }

    private <T> T wrong(Column column, String value, Sentence reason) {
      errors.add(error(line, column.header(), reason, value));
      return null;
    }
  }
}
