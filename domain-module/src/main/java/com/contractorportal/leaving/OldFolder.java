package com.contractorportal.leaving;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The old portal's tables as a folder, or a zip of one: a file of each, {@code <table>.csv} with
 * commas and quotes, or {@code <table>.tsv} as {@code mysql --batch} writes it; the first line
 * names the columns.
 */
final class OldFolder implements Closeable {

  private static final Set<String> NOTHING = Set.of("", "\\N", "NULL");

  /**
   * A row.
   *
   * @param line where it begins in its file, from 1
   * @param values by column; whatever is empty is not in it
   */
  record OldRow(long line, Map<String, String> values) {}

  /** A table; the columns in the order of the file. */
  record OldTable(List<String> columns, List<OldRow> rows) {}

  private final Path folder;
  private final Optional<FileSystem> zip;

  /**
   * @throws UnusableBundle if it is neither a folder nor a zip
   */
  OldFolder(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      folder = path;
      zip = Optional.empty();
    } else if (Files.isRegularFile(path) && path.toString().endsWith(".zip")) {
      zip = Optional.of(FileSystems.newFileSystem(path));
      folder = zip.get().getPath("/");
    } else {
      throw new UnusableBundle("There is no folder and no zip file %s.", path);
    }
  }

  /** The names of the tables that have a file. */
  Set<String> tables() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv") || name.endsWith(".tsv"))
          .map(name -> name.substring(0, name.length() - 4))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /**
   * Reads a table.
   *
   * @return none if there is no file of it
   * @throws UnusableBundle if the file cannot be read as a table
   */
  Optional<OldTable> read(String name) throws IOException {
    Path csv = folder.resolve(name + ".csv");
    Path tsv = folder.resolve(name + ".tsv");
    try {
      if (Files.exists(csv)) {
        return Optional.of(table(name, commas(csv)));
      }
      return Files.exists(tsv) ? Optional.of(table(name, tabs(tsv))) : Optional.empty();
    } catch (MalformedInputException notUtf8) {
      throw new UnusableBundle("The file of %s is not in UTF-8.", name);
    } catch (UncheckedIOException | de.siegmar.fastcsv.reader.CsvParseException unreadable) {
      throw new UnusableBundle("The file of %s cannot be read as CSV in UTF-8.", name);
    }
  }

  private record Line(long number, List<String> fields) {}

  private static List<Line> commas(Path file) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      return csv.stream()
          .map(record -> new Line(record.getStartingLineNumber(), record.getFields()))
          .toList();
    }
  }

  private static List<Line> tabs(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(
            new Line(
                lines.size() + 1,
                Stream.of(line.split("\t", -1)).map(OldFolder::unescaped).toList()));
      }
    }
    return lines;
  }

  /** What {@code mysql --batch} escapes: tab, line end, NUL and backslash. */
  private static String unescaped(String field) {
    if (field.equals("\\N") || field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char next = field.charAt(i);
      if (next == '\\' && i + 1 < field.length()) {
        next =
            switch (field.charAt(++i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              case '0' -> ' ';
              default -> field.charAt(i);
            };
      }
      text.append(next);
    }
    return text.toString();
  }

  private static OldTable table(String name, List<Line> lines) {
    if (lines.isEmpty()) {
      throw new UnusableBundle("The file of %s has no first line that names its columns.", name);
    }
    List<String> columns =
        lines.get(0).fields().stream()
            .map(column -> column.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
            .toList();
    if (Set.copyOf(columns).size() < columns.size()) {
      throw new UnusableBundle("The file of %s has two columns of the same name.", name);
    }
    List<OldRow> rows = new ArrayList<>();
    for (Line line : lines.subList(1, lines.size())) {
      if (line.fields().size() == 1 && line.fields().get(0).isBlank()) {
        continue;
      }
      if (line.fields().size() != columns.size()) {
        throw new UnusableBundle(
            "Line %d of the file of %s has %d fields, but there are %d columns.",
            line.number(), name, line.fields().size(), columns.size());
      }
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        String value = line.fields().get(i).strip();
        if (!NOTHING.contains(value)) {
          values.put(columns.get(i), value);
        }
      }
      rows.add(new OldRow(line.number(), Map.copyOf(values)));
    }
    return new OldTable(columns, rows);
  }

  @Override
  public void close() throws IOException {
    if (zip.isPresent()) {
      zip.get().close();
    }
  }
}
