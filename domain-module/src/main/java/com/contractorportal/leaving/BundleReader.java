package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Column;
import com.contractorportal.db.CustomerSchema.Table;
import com.contractorportal.persistence.Now;
import com.contractorportal.persistence.UuidBytes;
import com.contractorportal.tenancy.CustomerId;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads a bundle, and makes of it a customer whose bundle would be the same. */
final class BundleReader implements Closeable {

  private static final int A_BATCH = 500;
  private static final int A_READ = 1 << 13;

  /** Data is not packed so tight, only what is meant to fill disks. */
  private static final long MOST_TIGHT = 200;

  private static final int LONGEST_MANIFEST = 1 << 26;
  private static final int LONGEST_LINE = 1 << 24;
  private static final String CUSTOMER_TABLE = "customer";
  private static final String FILES = "files/";

  private final ZipFile zip;
  private final JsonObject manifest;
  private final Map<String, String> digests = new TreeMap<>();
  private final Map<String, Long> sizes = new TreeMap<>();

  /**
   * @throws UnusableBundle if it is no bundle of this format
   */
  BundleReader(Path file) throws IOException {
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException noZip) {
      throw new UnusableBundle("This is no zip file.");
    }
    boolean done = false;
    try {
      manifest = manifest();
      requireSensibleSize(Files.size(file));
      done = true;
    } finally {
      if (!done) {
        zip.close();
      }
    }
  }

  private JsonObject manifest() throws IOException {
    ZipEntry entry = zip.getEntry(BundleZip.MANIFEST);
    if (entry == null) {
      throw new UnusableBundle("This zip file has no manifest.json.");
    }
    byte[] text;
    try (InputStream in = zip.getInputStream(entry)) {
      text = in.readNBytes(LONGEST_MANIFEST);
    }
    try (JsonReader json = Json.createReader(new ByteArrayInputStream(text))) {
      JsonObject read = json.readObject();
      if (!read.getString("format").equals(BundleZip.FORMAT)
          || read.getInt("version") != BundleZip.VERSION) {
        throw new UnusableBundle("This bundle is of a format that this release does not know.");
      }
      for (JsonObject part : read.getJsonArray("parts").getValuesAs(JsonObject.class)) {
        digests.put(part.getString("name"), part.getString("sha256"));
        sizes.put(part.getString("name"), part.getJsonNumber("bytes").longValueExact());
      }
      return read;
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | ArithmeticException unreadable) {
      throw new UnusableBundle("The manifest of this bundle cannot be read.");
    }
  }

  private void requireSensibleSize(long packed) {
    long most = packed * MOST_TIGHT;
    long unpacked = 0;
    for (long size : sizes.values()) {
      unpacked += size;
      if (size < 0 || unpacked < 0 || unpacked > most) {
        throw new UnusableBundle("This bundle would unpack to more than a bundle can.");
      }
    }
  }

  /**
   * Writes the customer's rows in the connection's transaction, and its files.
   *
   * @throws UnusableBundle if anything is damaged or unknown, or what was written is not equal
   */
  ImportedBundle takeInto(
      Connection connection, CustomerId customer, String plan, CustomerFiles files)
      throws SQLException, IOException {
    List<String> names = files(files);
    checkWhole();
    List<Table> known = BundleContent.tables(CustomerSchema.of(connection));
    Map<String, Long> notTaken = new TreeMap<>();
    Map<String, JsonObject> tables = tables(known);
    Map<String, Long> rows = new TreeMap<>();
    insertCustomer(connection, customer, plan);
    insertPeople(connection, customer);
    for (Table table : known) {
      JsonObject described = tables.get(table.name());
      if (described == null || table.name().equals(CUSTOMER_TABLE)) {
        continue;
      }
      if (!table.primaryKey().contains(CustomerSchema.CUSTOMER)) {
        notTaken.put(table.name(), described.getJsonNumber("rows").longValue());
        continue;
      }
      rows.put(table.name(), insert(connection, customer, table));
      checkEqual(connection, customer, table);
    }
    letWaitForSeals(connection, customer);
    copyFiles(names, customer, files);
    return new ImportedBundle(customer.value(), rows, names.size(), notTaken);
  }

  /** Whose data it is, or is to be. */
  CustomerId customer() {
    return new CustomerId(manifest.getString("customerId"));
  }

  /** What it was made of; empty if it was exported. */
  String origin() {
    return manifest.getString("origin", "");
  }

  /**
   * The tables of the bundle, the customer itself left out, each behind those that it refers to.
   */
  List<Table> tablesOf(CustomerSchema schema) {
    List<Table> known = BundleContent.tables(schema);
    Set<String> names = tables(known).keySet();
    return known.stream()
        .filter(table -> names.contains(table.name()) && !table.name().equals(CUSTOMER_TABLE))
        .toList();
  }

  /** The bundle's tables by name: each is known, with all of its columns. */
  private Map<String, JsonObject> tables(List<Table> known) {
    Map<String, Set<String>> columns = new TreeMap<>();
    known.forEach(
        table ->
            columns.put(
                table.name(),
                BundleContent.columns(table).stream()
                    .map(Column::name)
                    .collect(Collectors.toSet())));
    Map<String, JsonObject> tables = new TreeMap<>();
    Set<String> unknown = new TreeSet<>();
    for (JsonObject table : manifest.getJsonArray("tables").getValuesAs(JsonObject.class)) {
      String name = table.getString("name");
      if (name.equals(BundleWriter.PEOPLE)) {
        continue;
      }
      tables.put(name, table);
      Set<String> theirs =
          table.getJsonArray("columns").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .collect(Collectors.toSet());
      if (!theirs.equals(columns.get(name))) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      throw new UnusableBundle(
          "These tables are others in this release: %s.", String.join(", ", unknown));
    }
    return tables;
  }

  void insertCustomer(Connection connection, CustomerId customer, String plan)
      throws SQLException, IOException {
    JsonObject[] described = new JsonObject[1];
    eachRow(CUSTOMER_TABLE, row -> described[0] = row);
    if (described[0] == null) {
      throw new UnusableBundle("The bundle does not say whose it is.");
    }
    Map<String, JsonString> values = new TreeMap<>();
    described[0].forEach(
        (name, value) -> {
          if (BundleContent.OF_THE_CUSTOMER.contains(name) && value instanceof JsonString text) {
            values.put(name, text);
          }
        });
    String names =
        values.keySet().stream().map(name -> ", `" + name + "`").collect(Collectors.joining());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO customer (customer_id, status, plan, created_at, updated_at%s)"
                    .formatted(names)
                + " VALUES (?, 'SUSPENDED', ?, ?, ?%s)".formatted(", ?".repeat(values.size())))) {
      Timestamp now = Timestamp.from(Now.instant());
      insert.setString(1, customer.value());
      insert.setString(2, plan);
      insert.setTimestamp(3, now);
      insert.setTimestamp(4, now);
      int place = 5;
      for (JsonString value : values.values()) {
        insert.setString(place++, value.getString());
      }
      insert.executeUpdate();
    }
  }

  /**
   * People get an account that is this customer's own, and no password: like anybody who is invited
   * they prove their address first, and find what else they have here then. A bundle gives nobody
   * who is here already, by whatever id it names, a place in this customer.
   */
  void insertPeople(Connection connection, CustomerId customer) throws SQLException, IOException {
    try (PreparedStatement find =
            connection.prepareStatement("SELECT 1 FROM account WHERE id = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO account (id, email, display_name, super_admin, failed_logins,"
                    + " customer_id, everybodys, created_at, updated_at)"
                    + " VALUES (?, ?, ?, FALSE, 0, ?, NULL, ?, ?)")) {
      Timestamp now = Timestamp.from(Now.instant());
      eachRow(
          BundleWriter.PEOPLE,
          person -> {
            byte[] id = UuidBytes.of(UUID.fromString(person.getString("id")));
            find.setBytes(1, id);
            try (ResultSet known = find.executeQuery()) {
              if (known.next()) {
                throw new UnusableBundle(
                    "This bundle was taken in before: its people are here. Erase that customer"
                        + " first.");
              }
            }
            insert.setBytes(1, id);
            insert.setString(2, person.getString("email"));
            insert.setString(3, person.getString("display_name"));
            insert.setString(4, customer.value());
            insert.setTimestamp(5, now);
            insert.setTimestamp(6, now);
            insert.executeUpdate();
          });
    }
  }

  long insert(Connection connection, CustomerId customer, Table table)
      throws SQLException, IOException {
    List<Cell> cells = BundleContent.columns(table).stream().map(Cell::new).toList();
    String names =
        cells.stream().map(cell -> ", `" + cell.name() + "`").collect(Collectors.joining());
    long[] count = new long[1];
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO `%s` (customer_id%s) VALUES (?%s)"
                .formatted(table.name(), names, ", ?".repeat(cells.size())))) {
      eachRow(
          table.name(),
          row -> {
            insert.setString(1, customer.value());
            for (int i = 0; i < cells.size(); i++) {
              cells.get(i).set(insert, i + 2, row);
            }
            insert.addBatch();
            if (++count[0] % A_BATCH == 0) {
              insert.executeBatch();
            }
          });
      insert.executeBatch();
    }
    return count[0];
  }

  private void checkEqual(Connection connection, CustomerId customer, Table table)
      throws SQLException, IOException {
    MessageDigest digest = BundleZip.sha256();
    new TableRows(connection, customer, table)
        .writeLines(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    if (!hex(digest).equals(digests.get(lines(table.name())))) {
      throw new UnusableBundle("What was written of %s is not what was read.", table.name());
    }
  }

  /** Entries that left before they had a seal get it here. */
  private static void letWaitForSeals(Connection connection, CustomerId customer)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO audit_unsealed (entry_id, customer_id)"
                + " SELECT e.id, e.customer_id FROM audit_entry e WHERE e.customer_id = ?"
                + " AND NOT EXISTS (SELECT 1 FROM audit_seal s"
                + " WHERE s.customer_id = e.customer_id AND s.entry_id = e.id)")) {
      insert.setString(1, customer.value());
      insert.executeUpdate();
    }
  }

  /** The names of the bundle's files: all are such as a customer has. */
  private List<String> files(CustomerFiles files) {
    List<String> names =
        digests.keySet().stream()
            .filter(part -> part.startsWith(FILES))
            .map(part -> part.substring(FILES.length()))
            .toList();
    for (String name : names) {
      try {
        files.check(name);
      } catch (IllegalArgumentException elsewhere) {
        throw new UnusableBundle("The bundle has a file that is no customer's: %s.", FILES + name);
      }
    }
    return names;
  }

  private void copyFiles(List<String> names, CustomerId customer, CustomerFiles files)
      throws IOException {
    for (String name : names) {
      try (InputStream in = zip.getInputStream(zip.getEntry(FILES + name))) {
        files.add(customer, name, in);
      }
    }
  }

  /**
   * Reads all of it.
   *
   * @throws UnusableBundle if a part is missing, or is not what the manifest says
   */
  void checkWhole() throws IOException {
    for (String part : digests.keySet()) {
      checkWhole(part);
    }
  }

  private void checkWhole(String part) throws IOException {
    ZipEntry entry = zip.getEntry(part);
    MessageDigest digest = BundleZip.sha256();
    long left = sizes.get(part);
    if (entry != null) {
      try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
        byte[] buffer = new byte[A_READ];
        for (int read = in.read(buffer); read >= 0 && left >= 0; read = in.read(buffer)) {
          left -= read;
        }
      }
    }
    if (entry == null || left != 0 || !hex(digest).equals(digests.get(part))) {
      throw new UnusableBundle("The bundle is damaged: %s.", part);
    }
  }

  interface Row {
    void take(JsonObject row) throws SQLException, IOException;
  }

  void eachRow(String table, Row reader) throws SQLException, IOException {
    ZipEntry entry = zip.getEntry(lines(table));
    if (entry == null || !digests.containsKey(lines(table))) {
      throw new UnusableBundle("The bundle lacks %s.", lines(table));
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      for (String line = line(lines); !line.isEmpty(); line = line(lines)) {
        try (JsonReader json = Json.createReader(new StringReader(line))) {
          reader.take(json.readObject());
        } catch (JsonException
            | ClassCastException
            | NullPointerException
            | IllegalArgumentException unreadable) {
          throw new UnusableBundle("A row of %s cannot be read.", table);
        }
      }
    }
  }

  /** The next line, however long somebody made it; empty at the end. */
  private static String line(BufferedReader lines) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = lines.read(); c >= 0 && c != '\n'; c = lines.read()) {
      if (line.length() == LONGEST_LINE) {
        throw new UnusableBundle("The bundle has a row that is longer than any.");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private static String lines(String table) {
    return "tables/" + table + ".ndjson";
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
