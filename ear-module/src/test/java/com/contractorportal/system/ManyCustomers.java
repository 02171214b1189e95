package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.tenancy.CustomerId;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Eighty customers with a season each, so that a night of reports takes a while. */
final class ManyCustomers implements AutoCloseable {

  static final int CUSTOMERS = 80;

  /** No id of a real customer begins so but by a chance of one in 500 million. */
  static final String PREFIX = "KNGHT";

  private static final String SEASON = "SEASON_SUMMARY";

  /** Reports that are made of each. */
  static final int REPORTS = 6;

  /** Of them, those of which there is a PDF beside CSV and XLSX. */
  private static final Set<String> ON_PAPER = Set.of("EVENT_REPORT", "SERVICE_HISTORY");

  /** Files of each. */
  private static final int FILES = REPORTS * 2 + ON_PAPER.size();

  /** Far more than it takes, unless the machine has much else to do. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final List<String> customers =
      IntStream.range(0, CUSTOMERS).mapToObj(ManyCustomers::customerId).toList();

  private final PortalSystem portal;

  private ManyCustomers(PortalSystem portal) {
    this.portal = portal;
  }

  static ManyCustomers in(PortalSystem portal) throws SQLException, IOException {
    ManyCustomers many = new ManyCustomers(portal);
    many.deleteFiles(); // Of a test that was broken off.
    many.store();
    return many;
  }

  private void store() throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement customer =
            connection.prepareStatement(
                "INSERT INTO customer (customer_id, name, status, plan, time_zone, locale,"
                    + " currency, created_at, updated_at) VALUES (?, ?, 'ACTIVE', 'ENTERPRISE',"
                    + " 'America/New_York', 'en-US', 'USD', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
        PreparedStatement event =
            connection.prepareStatement(
                "INSERT INTO winter_event (customer_id, id, name, kind, status, starts_at,"
                    + " created_at, updated_at) VALUES (?, UNHEX(REPLACE(?, '-', '')), ?, 'SNOW',"
                    + " 'PLANNED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))")) {
      for (String id : customers) {
        customer.setString(1, id);
        customer.setString(2, "Night " + id);
        customer.addBatch();
        for (int i = 0; i < 5; i++) {
          event.setString(1, id);
          event.setString(2, UUID.randomUUID().toString());
          event.setString(3, "Event of " + id);
          event.addBatch();
        }
      }
      customer.executeBatch();
      event.executeBatch();
    }
  }

  /** Starts the reports of all customers, and tells where their night is. */
  String startNight() {
    return portal.login("root@portal.example").post("/api/platform/report-runs", "{}").location();
  }

  /**
   * A night of these customers only, as of an instant; the server finds it and works on it.
   *
   * @return its id
   */
  UUID startNight(Instant asOf) throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection connection = portal.database();
        PreparedStatement night =
            connection.prepareStatement(
                "INSERT INTO report_night (id, kind, as_of, status, customers, started_at)"
                    + " VALUES (UNHEX(?), 'MANUAL', ?, 'RUNNING', ?, UTC_TIMESTAMP(6))");
        PreparedStatement results =
            connection.prepareStatement(
                "INSERT INTO report_result (night_id, customer_id, status, attempts)"
                    + " SELECT UNHEX(?), customer_id, 'PENDING', 0 FROM customer"
                    + " WHERE customer_id LIKE ?")) {
      connection.setAutoCommit(false);
      night.setString(1, hex(id));
      night.setObject(2, LocalDateTime.ofInstant(asOf, ZoneOffset.UTC));
      night.setInt(3, CUSTOMERS);
      night.executeUpdate();
      results.setString(1, hex(id));
      results.setString(2, PREFIX + "%");
      results.executeUpdate();
      connection.commit();
    }
    return id;
  }

  static String hex(UUID id) {
    return id.toString().replace("-", "");
  }

  /**
   * The digest of each file of a night in the store, by customer, report and name. There is one run
   * of each report for each customer, its files are as its rows say, and nothing is half-written.
   */
  SortedMap<String, String> files(UUID night) throws Exception {
    SortedMap<String, String> found = new TreeMap<>();
    try (Connection connection = portal.database();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT r.customer_id, LOWER(HEX(r.id)), r.kind, r.status, f.name, f.sha256"
                    + " FROM report_run r JOIN report_file f"
                    + " ON f.customer_id = r.customer_id AND f.run_id = r.id"
                    + " WHERE r.night_id = UNHEX(?)")) {
      query.setString(1, hex(night));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Path folder = folder(row.getString(1)).resolve(dashed(row.getString(2)));
          String digest = sha256(Files.readAllBytes(folder.resolve(row.getString(5))));
          assertThat(row.getString(4)).isEqualTo("COMPLETED");
          assertThat(digest).isEqualTo(row.getString(6));
          assertThat(files(folder)).hasSize(ON_PAPER.contains(row.getString(3)) ? 3 : 2);
          String key = row.getString(1) + "/" + row.getString(3) + "/" + row.getString(5);
          assertThat(found.put(key, digest)).as("only one run for %s", key).isNull();
        }
      }
    }
    assertThat(found).hasSize(CUSTOMERS * FILES);
    return found;
  }

  private Path folder(String customer) {
    return portal.server().store().resolve("reports").resolve(customer);
  }

  /** Waits until a night is so far. */
  JsonObject await(String night, Predicate<JsonObject> condition) throws InterruptedException {
    PortalClient operator = portal.login("root@portal.example");
    Instant limit = Instant.now().plus(LIMIT);
    while (true) {
      JsonObject seen = operator.get(night).json();
      if (condition.test(seen)) {
        return seen;
      }
      assertThat(Instant.now()).as("night %s", seen).isBefore(limit);
      Thread.sleep(50);
    }
  }

  /** Every customer has one run of each report with its whole files, and nothing else. */
  void assertEachReportedOnce() throws Exception {
    for (String customer : customers) {
      assertReportedOnce(customer);
    }
  }

  private void assertReportedOnce(String customer) throws Exception {
    Path folder = folder(customer);
    Set<String> made = new HashSet<>();
    Set<Path> named = new HashSet<>();
    long bytes = 0;
    long ofNight = -1;
    try (Connection connection = portal.database();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT LOWER(HEX(r.id)), r.status, r.row_count, f.name, f.byte_count, f.sha256,"
                    + " n.status, n.byte_count, r.kind FROM report_run r"
                    + " JOIN report_file f ON f.customer_id = r.customer_id AND f.run_id = r.id"
                    + " JOIN report_result n"
                    + " ON n.customer_id = r.customer_id AND n.night_id = r.night_id"
                    + " WHERE r.customer_id = ?")) {
      query.setString(1, customer);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          assertThat(row.getString(2)).isEqualTo("COMPLETED");
          assertThat(row.getLong(3)).isEqualTo(row.getString(9).equals(SEASON) ? 5 : 0);
          assertThat(row.getString(7)).isEqualTo("COMPLETED");
          assertThat(made.add(row.getString(9) + "/" + row.getString(4)))
              .as("only one run of " + customer)
              .isTrue();
          Path file = folder.resolve(dashed(row.getString(1))).resolve(row.getString(4));
          named.add(file);
          byte[] content = Files.readAllBytes(file);
          assertThat(content).hasSize(row.getInt(5));
          assertThat(sha256(content)).isEqualTo(row.getString(6));
          bytes += content.length;
          ofNight = row.getLong(8);
        }
      }
    }
    assertThat(ofNight).isEqualTo(bytes);
    assertThat(named).as("files of " + customer).hasSize(FILES);
    assertThat(files(folder)).containsExactlyInAnyOrderElementsOf(named);
  }

  private static String dashed(String id) {
    return id.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
  }

  /** All of them, half-written ones too. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Override
  public void close() throws SQLException, IOException {
    deleteFiles();
    try (Connection connection = portal.database()) {
      for (String table :
          List.of(
              "execution_log",
              "report_file",
              "report_run",
              "report_result",
              "winter_event",
              "usage_month",
              "customer")) {
        try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM " + table + " WHERE customer_id LIKE ?")) {
          delete.setString(1, PREFIX + "%");
          delete.executeUpdate();
        }
      }
    }
  }

  private void deleteFiles() throws IOException {
    for (String customer : customers) {
      Path folder = folder(customer);
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private static String customerId(int number) {
    StringBuilder id = new StringBuilder(PREFIX);
    for (int rest = number; id.length() < CustomerId.LENGTH; rest /= CustomerId.ALPHABET.length()) {
      id.append(CustomerId.ALPHABET.charAt(rest % CustomerId.ALPHABET.length()));
    }
    return new CustomerId(id.toString()).value();
  }
}
