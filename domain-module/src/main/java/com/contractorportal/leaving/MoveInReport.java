package com.contractorportal.leaving;

import com.contractorportal.csv.SafeCell;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What could not be taken of the old portal, and why. */
final class MoveInReport {

  private static final int MOST_OF_A_VALUE = 80;

  /** What was left. */
  enum Left {
    TABLE,
    COLUMN,
    ROW,
    VALUE
  }

  /**
   * Something that was left.
   *
   * @param line of the table's file; 0 where it is about more than one
   * @param value what stood there, shortened
   */
  record Item(Left left, String table, long line, String column, String value, String reason) {}

  /** How many rows of an old table there were, and how many of them were taken. */
  record Count(long read, long taken) {}

  private final List<Item> items = new ArrayList<>();
  private final Map<String, Count> counts = new TreeMap<>();

  void add(Left left, String table, long line, String column, String value, String reason) {
    String shown =
        value.length() > MOST_OF_A_VALUE ? value.substring(0, MOST_OF_A_VALUE) + "…" : value;
    items.add(new Item(left, table, line, column, shown, reason));
  }

  void count(String table, long read, long taken) {
    counts.put(table, new Count(read, taken));
  }

  List<Item> items() {
    return items;
  }

  Map<String, Count> counts() {
    return counts;
  }

  /** Writes what was left as CSV. */
  void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord("left", "table", "line", "column", "value", "reason");
      for (Item item : items) {
        csv.writeRecord(
            item.left().name().toLowerCase(Locale.ROOT),
            item.table(),
            item.line() == 0 ? "" : Long.toString(item.line()),
            SafeCell.of(item.column()),
            SafeCell.of(item.value()),
            item.reason());
      }
    }
  }
}
