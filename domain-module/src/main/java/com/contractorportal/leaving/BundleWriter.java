package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Table;
import com.contractorportal.persistence.AgelessIds;
import com.contractorportal.persistence.Now;
import com.contractorportal.persistence.UuidBytes;
import com.contractorportal.tenancy.CustomerId;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipOutputStream;

/**
 * Writes all of a customer's data as a zip: each table as NDJSON, which is exact, and as CSV, which
 * is for people; the files; and a manifest with the digest of each. The format is told in
 * docs/guides/leaving.md.
 */
final class BundleWriter {

  static final String PEOPLE = "people";

  /** What is called between two parts, so that whoever holds a lease can keep it. */
  interface Progress {
    void goOn();
  }

  private final Connection connection;
  private final CustomerId customer;
  private final BundleZip zip;
  private final Progress progress;

  /**
   * @param connection in a transaction that sees one state of the data
   */
  BundleWriter(Connection connection, CustomerId customer, ZipOutputStream zip, Progress progress) {
    this.connection = connection;
    this.customer = customer;
    this.zip = new BundleZip(zip);
    this.progress = progress;
  }

  void write(CustomerFiles files) throws SQLException, IOException {
    for (Table table : BundleContent.tables(CustomerSchema.of(connection))) {
      table(table);
    }
    people();
    for (String file : files.toTakeAlong(customer)) {
      part("files/" + file, out -> files.copy(customer, file, out));
    }
    manifest();
  }

  /** Names and addresses of whoever is or was a member; nothing that lets anybody in. */
  private void people() throws SQLException, IOException {
    long[] rows = new long[1];
    part(
        "tables/" + PEOPLE + ".ndjson",
        out -> {
          Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT %s AS person, a.email, a.display_name FROM membership m"
                          .formatted(AgelessIds.sql("m.customer_id", "a.id"))
                      + " JOIN account a ON a.id = m.account_id WHERE m.customer_id = ?"
                      + " ORDER BY person")) {
            query.setString(1, customer.value());
            try (ResultSet found = query.executeQuery()) {
              while (found.next()) {
                lines.write(
                    Json.createObjectBuilder()
                        .add("id", UuidBytes.read(found.getBytes(1)).toString())
                        .add("email", found.getString(2))
                        .add("display_name", found.getString(3))
                        .build()
                        .toString());
                lines.write('\n');
                rows[0]++;
              }
            }
          }
          lines.flush();
        });
    zip.describe(PEOPLE, rows[0], List.of());
  }

  private void table(Table table) throws SQLException, IOException {
    TableRows rows = new TableRows(connection, customer, table);
    long[] count = new long[1];
    part("tables/" + table.name() + ".ndjson", out -> count[0] = rows.writeLines(out));
    part("tables/" + table.name() + ".csv", rows::writeCsv);
    zip.describe(table.name(), count[0], rows.columns());
  }

  private void part(String name, BundleZip.Content content) throws SQLException, IOException {
    progress.goOn();
    zip.part(name, content);
  }

  private void manifest() throws IOException {
    JsonObjectBuilder leftOut = Json.createObjectBuilder();
    BundleContent.leftOut().forEach(leftOut::add);
    zip.manifest(
        Json.createObjectBuilder()
            .add("customerId", customer.value())
            .add("createdAt", Now.instant().toString())
            .add("leftOut", leftOut));
  }
}
