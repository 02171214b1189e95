package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Table;
import com.contractorportal.leaving.CustomerFiles.CustomerFile;
import com.contractorportal.persistence.BinaryUuids;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all of a customer's data as a zip: each table as NDJSON, which is exact, and as CSV, which
 * is for people; the files; and a manifest with the digest of each. The format is told in
 * docs/guides/leaving.md.
 */
final class BundleWriter {

  static final String FORMAT = "contractor-portal-bundle";
  static final int VERSION = 1;
  static final String MANIFEST = "manifest.json";
  static final String PEOPLE = "people";

  /** What is called between two parts, so that whoever holds a lease can keep it. */
  interface Progress {
    void goOn();
  }

  private final Connection connection;
  private final CustomerId customer;
  private final ZipOutputStream zip;
  private final Progress progress;
  private final JsonArrayBuilder tables = Json.createArrayBuilder();
  private final JsonArrayBuilder parts = Json.createArrayBuilder();

  /**
   * @param connection in a transaction that sees one state of the data
   */
  BundleWriter(Connection connection, CustomerId customer, ZipOutputStream zip, Progress progress) {
    this.connection = connection;
    this.customer = customer;
    this.zip = zip;
    this.progress = progress;
  }

  void write(List<CustomerFile> files) throws SQLException, IOException {
    for (Table table : BundleContent.tables(CustomerSchema.of(connection))) {
      table(table);
    }
    people();
    for (CustomerFile file : files) {
      part("files/" + file.name(), out -> Files.copy(file.path(), out));
    }
    manifest();
  }

  /** Names and addresses of whoever is or was a member; nothing that lets anybody in. */
  private void people() throws SQLException, IOException {
    JsonObjectBuilder entry = Json.createObjectBuilder().add("name", PEOPLE);
    long[] rows = new long[1];
    part(
        "tables/" + PEOPLE + ".ndjson",
        out -> {
          Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT a.id, a.email, a.display_name FROM membership m JOIN account a"
                      + " ON a.id = m.account_id WHERE m.customer_id = ? ORDER BY a.id")) {
            query.setString(1, customer.value());
            try (ResultSet found = query.executeQuery()) {
              while (found.next()) {
                lines.write(
                    Json.createObjectBuilder()
                        .add("id", BinaryUuids.fromBytes(found.getBytes(1)).toString())
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
    tables.add(entry.add("rows", rows[0]));
  }

  private void table(Table table) throws SQLException, IOException {
    TableRows rows = new TableRows(connection, customer, table);
    long[] count = new long[1];
    part("tables/" + table.name() + ".ndjson", out -> count[0] = rows.writeLines(out));
    part("tables/" + table.name() + ".csv", rows::writeCsv);
    tables.add(
        Json.createObjectBuilder()
            .add("name", table.name())
            .add("rows", count[0])
            .add("columns", Json.createArrayBuilder(rows.columns())));
  }

  private interface Content {
    void write(OutputStream out) throws SQLException, IOException;
  }

  private void part(String name, Content content) throws SQLException, IOException {
    progress.goOn();
    zip.putNextEntry(new ZipEntry(name));
    MessageDigest digest = sha256();
    long[] bytes = new long[1];
    content.write(new DigestOutputStream(new Counting(zip, bytes), digest));
    zip.closeEntry();
    parts.add(
        Json.createObjectBuilder()
            .add("name", name)
            .add("bytes", bytes[0])
            .add("sha256", HexFormat.of().formatHex(digest.digest())));
  }

  private void manifest() throws IOException {
    JsonObjectBuilder leftOut = Json.createObjectBuilder();
    BundleContent.leftOut().forEach(leftOut::add);
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(
        Json.createObjectBuilder()
            .add("format", FORMAT)
            .add("version", VERSION)
            .add("customerId", customer.value())
            .add("createdAt", Now.instant().toString())
            .add("tables", tables)
            .add("leftOut", leftOut)
            .add("parts", parts)
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  /** Counts, and leaves the zip open. */
  private static final class Counting extends FilterOutputStream {

    private final long[] bytes;

    Counting(OutputStream target, long[] bytes) {
      super(target);
      this.bytes = bytes;
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
      bytes[0]++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
      bytes[0] += length;
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
