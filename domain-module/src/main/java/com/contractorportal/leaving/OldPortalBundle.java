package com.contractorportal.leaving;

import com.contractorportal.csv.SafeCell;
import com.contractorportal.db.CustomerSchema;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.ZipOutputStream;

/** Makes a bundle of the old portal's tables. */
final class OldPortalBundle {

  /** What the manifest says such a bundle was made of. */
  static final String ORIGIN = "old-portal";

  private static final Set<String> OF_PEOPLE = Set.of("id", "email", "display_name");

  private OldPortalBundle() {}

  /**
   * Writes the bundle beside its place first, so that there is none or a whole one.
   *
   * @return what was left
   */
  static MoveInReport write(
      OldMapping mapping, OldFolder folder, CustomerId customer, CustomerSchema schema, Path bundle)
      throws IOException, SQLException {
    List<Table> tables = new ArrayList<>(BundleContent.tables(schema));
    tables.add(people(schema));
    MoveInReport report = new MoveInReport();
    Map<String, SortedMap<String, Map<String, String>>> rows =
        new OldPortal(mapping, customer, tables, report).convert(folder);
    Path half = bundle.resolveSibling(bundle.getFileName() + ".part");
    try (ZipOutputStream file = new ZipOutputStream(Files.newOutputStream(half))) {
      BundleZip zip = new BundleZip(file);
      for (Table table : tables) {
        if (rows.containsKey(table.name())) {
          write(zip, table, rows.get(table.name()).values());
        }
      }
      zip.manifest(
          Json.createObjectBuilder().add("customerId", customer.value()).add("origin", ORIGIN));
    }
    Files.move(half, bundle, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return report;
  }

  /** What a bundle tells of accounts. */
  private static Table people(CustomerSchema schema) {
    Table account =
        schema.parentsFirst().stream()
            .filter(table -> table.name().equals("account"))
            .findFirst()
            .orElseThrow();
    return new Table(
        BundleWriter.PEOPLE,
        account.columns().stream().filter(column -> OF_PEOPLE.contains(column.name())).toList(),
        account.primaryKey());
  }

  private static void write(BundleZip zip, Table table, Collection<Map<String, String>> rows)
      throws IOException, SQLException {
    List<Cell> cells = BundleContent.columns(table).stream().map(Cell::new).toList();
    String part = "tables/" + table.name();
    zip.part(part + ".ndjson", out -> writeLines(out, cells, rows));
    if (table.name().equals(BundleWriter.PEOPLE)) {
      zip.describe(table.name(), rows.size(), List.of());
    } else {
      zip.part(part + ".csv", out -> writeCsv(out, cells, rows));
      zip.describe(table.name(), rows.size(), cells.stream().map(Cell::name).toList());
    }
  }

  private static void writeLines(
      OutputStream out, List<Cell> cells, Collection<Map<String, String>> rows) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (Map<String, String> row : rows) {
      JsonObjectBuilder json = Json.createObjectBuilder();
      cells.forEach(cell -> cell.write(json, row.get(cell.name())));
      lines.write(json.build().toString());
      lines.write('\n');
    }
    lines.flush();
  }

  private static void writeCsv(
      OutputStream out, List<Cell> cells, Collection<Map<String, String>> rows) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CsvWriter csv = CsvWriter.builder().build(lines);
    csv.writeRecord(cells.stream().map(Cell::name).toList());
    for (Map<String, String> row : rows) {
      csv.writeRecord(
          cells.stream()
              .map(cell -> row.get(cell.name()))
              .map(value -> value == null ? "" : SafeCell.of(value))
              .toList());
    }
    csv.flush();
    lines.flush();
  }
}
