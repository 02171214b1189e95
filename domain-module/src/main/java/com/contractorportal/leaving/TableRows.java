package com.contractorportal.leaving;

import com.contractorportal.csv.SafeCell;
import com.contractorportal.db.CustomerSchema.Table;
import com.contractorportal.tenancy.CustomerId;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** A customer's rows of one table, in the order of its primary key, as bundles have them. */
final class TableRows {

  private final Connection connection;
  private final CustomerId customer;
  private final Table table;
  private final List<Cell> cells;

  TableRows(Connection connection, CustomerId customer, Table table) {
    this.connection = connection;
    this.customer = customer;
    this.table = table;
    this.cells = BundleContent.columns(table).stream().map(Cell::new).toList();
  }

  List<String> columns() {
    return cells.stream().map(Cell::name).toList();
  }

  /**
   * Writes a JSON object a line, which is exact.
   *
   * @return how many rows there are
   */
  long writeLines(OutputStream out) throws SQLException, IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    long[] count = new long[1];
    eachObject(
        row -> {
          lines.write(row.toString());
          lines.write('\n');
          count[0]++;
        });
    lines.flush();
    return count[0];
  }

  /** Reads each row as its line says it. */
  void eachObject(BundleReader.Row reader) throws SQLException, IOException {
    eachRow(
        row -> {
          JsonObjectBuilder json = Json.createObjectBuilder();
          for (int i = 0; i < cells.size(); i++) {
            cells.get(i).write(json, cells.get(i).read(row, i + 1));
          }
          reader.take(json.build());
        });
  }

  /** Writes the same for people, and their spreadsheets. */
  void writeCsv(OutputStream out) throws SQLException, IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CsvWriter csv = CsvWriter.builder().build(lines);
    csv.writeRecord(columns());
    eachRow(
        row -> {
          String[] values = new String[cells.size()];
          for (int i = 0; i < values.length; i++) {
            String value = cells.get(i).read(row, i + 1);
            values[i] = value == null ? "" : SafeCell.of(value);
          }
          csv.writeRecord(values);
        });
    csv.flush();
    lines.flush();
  }

  /** By what is written, so that the same data is in the same order wherever it is. */
  private String inOrder(String column) {
    return cells.stream()
        .filter(cell -> cell.name().equals(column))
        .findFirst()
        .map(Cell::ordered)
        .orElse("`" + column + "`");
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException, IOException;
  }

  /** Row by row: the driver would otherwise read all of them into memory. */
  private void eachRow(RowReader reader) throws SQLException, IOException {
    String order = table.primaryKey().stream().map(this::inOrder).collect(Collectors.joining(", "));
    String select =
        "SELECT %s FROM `%s` WHERE customer_id = ?%s"
            .formatted(
                cells.stream().map(Cell::selected).collect(Collectors.joining(", ")),
                table.name(),
                order.isEmpty() ? "" : " ORDER BY " + order);
    try (PreparedStatement query =
        connection.prepareStatement(
            select, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      query.setFetchSize(Integer.MIN_VALUE);
      query.setString(1, customer.value());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
