package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.db.TestDatabase;
import com.contractorportal.launch.DemoData;
import com.contractorportal.launch.LaunchFailure;
import com.contractorportal.launch.PortalServer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A portal of its own with little memory, whose customers have as many logs of work as a test asks
 * for: each has its winter's events, properties, material, check-ins and weather, too.
 */
final class NightPortal implements AutoCloseable {

  static final String ZONE = "America/New_York";

  /** Events begin so long ago; in the season only from its hundredth day on, in October. */
  private static final int DAYS = 100;

  private static final int HEAP_MB = 512;
  private static final Path FOLDER = Path.of("target", "night-portal");

  private final TestDatabase database;
  private final PortalServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalDate firstDay = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS);
  private int customers;

  private NightPortal(TestDatabase database, PortalServer server) {
    this.database = database;
    this.server = server;
  }

  static NightPortal start() throws Exception {
    TestDatabase database = TestDatabase.create();
    PortalServer.Database application =
        new PortalServer.Database(database.jdbcUrl(), database.user(), database.password());
    try {
      new DemoData(application, Instant.now()).load(PortalSystem.PASSWORD);
      PortalServer server =
          new PortalServer(
              new PortalServer.Settings(
                  Files.createDirectories(FOLDER),
                  "127.0.0.1",
                  PortalSystem.freePort(),
                  application,
                  // The later of two options holds.
                  List.of("-Xmx" + HEAP_MB + "m", "-Duser.timezone=Pacific/Auckland"),
                  Map.of(
                      "PORTAL_COOKIE_SECURE", "false",
                      "PORTAL_SUPER_ADMIN_SECOND_FACTOR", "optional",
                      "PORTAL_MAP_TILE_URL", "",
                      "PORTAL_REPORT_NIGHTLY_AT", "off",
                      "PORTAL_REPORT_LEASE", "PT10S")));
      server.start();
      NightPortal portal = new NightPortal(database, server);
      portal.begin();
      return portal;
    } catch (LaunchFailure | SQLException | IOException failure) {
      database.close();
      throw failure;
    }
  }

  PortalServer server() {
    return server;
  }

  Connection database() throws SQLException {
    return database.connectAsOwner();
  }

  PortalClient login(String email, String customerId) {
    PortalClient client = new PortalClient(http, server.address());
    JsonObjectBuilder body =
        Json.createObjectBuilder().add("email", email).add("password", PortalSystem.PASSWORD);
    if (customerId != null) {
      body.add("customerId", customerId);
    }
    Answer answer = client.post("/api/auth/login", body.build().toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return client.use(answer);
  }

  private PortalClient operator() {
    return login("root@portal.example", null);
  }

  /** Numbers to join with, and somebody who does all the work. */
  private void begin() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      // The demonstration's customers are not what is measured.
      statement.execute("UPDATE customer SET status = 'SUSPENDED'");
      statement.execute("CREATE TABLE test_number (n INT NOT NULL PRIMARY KEY)");
      StringBuilder values = new StringBuilder("INSERT INTO test_number VALUES (0)");
      for (int n = 1; n < 1000; n++) {
        values.append(",(").append(n).append(')');
      }
      statement.execute(values.toString());
      statement.execute(
          "INSERT INTO account (id, email, password_hash, display_name, super_admin,"
              + " failed_logins, created_at, updated_at) SELECT UNHEX(REPEAT('7', 32)),"
              + " 'crew@night.example', password_hash, 'Nora Night', FALSE, 0, created_at, updated_at"
              + " FROM account WHERE email = 'manager@vermont.example'");
    }
  }

  /**
   * Adds customers with so much work each.
   *
   * @param logs a multiple of 1,000
   * @return their ids
   */
  List<String> add(int count, int logs, int events, int properties) throws SQLException {
    List<String> ids =
        IntStream.range(customers, customers + count).mapToObj(NightPortal::customerId).toList();
    customers += count;
    try (Connection connection = database()) {
      connection.setAutoCommit(false);
      for (String id : ids) {
        add(connection, id, logs, events, properties);
        connection.commit();
      }
    }
    return ids;
  }

  private void add(Connection connection, String id, int logs, int events, int properties)
      throws SQLException {
    String longAgo = "'2025-01-01'";
    Timestamp first = Timestamp.valueOf(firstDay.atTime(10, 0));
    run(
        connection,
        "INSERT INTO customer (customer_id, name, status, plan, time_zone, locale, currency, units,"
            + " created_at, updated_at) VALUES (?, CONCAT('Night ', ?), 'ACTIVE', 'ENTERPRISE', '"
            + ZONE
            + "', 'en-US', 'USD', 'METRIC', "
            + longAgo
            + ", "
            + longAgo
            + ")",
        id,
        id);
    run(
        connection,
        "INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)"
            + " VALUES (UNHEX(REPEAT('7', 32)), ?, 'ADMIN', TRUE, "
            + longAgo
            + ", "
            + longAgo
            + ")",
        id);
    run(
        connection,
        "INSERT INTO member (customer_id, id, account_id, display_name, hourly_cost, currency,"
            + " created_at, updated_at) VALUES (?, UNHEX(REPEAT('5', 32)), UNHEX(REPEAT('7', 32)),"
            + " 'Nora Night', 31.50, 'USD', "
            + longAgo
            + ", "
            + longAgo
            + ")",
        id);
    run(
        connection,
        "INSERT INTO weather_place (customer_id, id, place, latitude, longitude, created_at,"
            + " updated_at) VALUES (?, UNHEX(REPEAT('4', 32)), 'Montpelier', 44.26, -72.57, "
            + longAgo
            + ", "
            + longAgo
            + ")",
        id);
    addWeather(connection, id);
    run(
        connection,
        "INSERT INTO winter_event (customer_id, id, name, kind, status, starts_at, ends_at,"
            + " activated_at, closed_at, created_at, updated_at) SELECT ?, "
            + id("1")
            + ", CONCAT('Storm ', n), 'SNOW', 'CLOSED', at, at + INTERVAL 12 HOUR, at,"
            + " at + INTERVAL 12 HOUR, at, at FROM (SELECT n, ADDDATE(?, n) AS at FROM test_number"
            + " WHERE n < ?) e",
        id,
        first,
        events);
    run(
        connection,
        "INSERT INTO property (customer_id, id, name, street, city, kind, area_m2, status, latitude,"
            + " longitude, created_at, updated_at) SELECT ?, "
            + id("2")
            + ", CONCAT('Site ', n), CONCAT(n, ' Main St'), 'Stowe', 'OTHER', 1000, 'ACTIVE',"
            + " 44 + n / 10000, -72, "
            + longAgo
            + ", "
            + longAgo
            + " FROM (SELECT k.n * 1000 + t.n AS n FROM test_number t, test_number k"
            + " WHERE k.n * 1000 + t.n < ?) p",
        id,
        properties);
    int perEvent = logs / events;
    String numbered =
        " FROM (SELECT n, MOD(n, %1$d) AS e, MOD(FLOOR(n / %1$d), %2$d) AS p, ADDDATE(?, MOD(n, %1$d))"
                .formatted(events, properties)
            + " + INTERVAL FLOOR(FLOOR(n / %d) * 36000 / %d) SECOND AS at"
                .formatted(events, perEvent)
            + " FROM (SELECT k.n * 1000 + t.n AS n FROM test_number t, test_number k"
            + " WHERE k.n < ?) x ORDER BY n) l";
    run(
        connection,
        "INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id, work, status,"
            + " equipment, hourly_rate, currency, started_at, ended_at, depth_cm, material,"
            + " material_quantity, material_unit, passes, notes, captured_at, received_at, late,"
            + " created_at, updated_at) SELECT ?, "
            + id("3")
            + ", "
            + id("1", "e")
            + ", "
            + id("2", "p")
            + ", UNHEX(REPEAT('5', 32)), IF(MOD(n, 2) = 0, 'PLOW', 'SALT'),"
            + " IF(MOD(n, 3) = 0, 'APPROVED', 'COMPLETED'), 'Loader', 80, 'USD', at,"
            + " at + INTERVAL 600 + MOD(n, 900) SECOND, IF(MOD(n, 2) = 0, 5.5, NULL),"
            + " IF(MOD(n, 2) = 0, NULL, 'Salt'), IF(MOD(n, 2) = 0, NULL, 12.5 + MOD(n, 7)),"
            + " IF(MOD(n, 2) = 0, NULL, 'KG'), MOD(n, 4), CONCAT('Note, number ', n), at, at,"
            + " FALSE, at, at"
            + numbered,
        id,
        first,
        logs / 1000);
    run(
        connection,
        "INSERT INTO event_checkin (customer_id, id, event_id, member_id, property_id, kind,"
            + " captured_at, received_at, latitude, longitude, distance_m, late, far) SELECT ?, "
            + id("6")
            + ", "
            + id("1", "e")
            + ", UNHEX(REPEAT('5', 32)), "
            + id("2", "p")
            + ", 'IN', at, at, 44.2, -72, 12.5, FALSE, FALSE"
            + numbered
            + " WHERE MOD(n, 10) = 0",
        id,
        first,
        logs / 1000);
  }

  /** A day begins at midnight where the customer is, on days too on which clocks change. */
  private void addWeather(Connection connection, String id) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO weather_observation (customer_id, id, place, latitude, longitude,"
                + " observed_at, period, precipitation_mm, snowfall_cm, temperature_max_c,"
                + " temperature_min_c, conditions, source, created_at, updated_at) SELECT ?, "
                + id("4")
                + ", 'Montpelier', 44.26, -72.57, ?, 'DAY', n / 10, n % 20, 1.5, -4.5, 'SNOW',"
                + " 'test', '2025-01-01', '2025-01-01' FROM test_number WHERE n = ?")) {
      for (int day = 0; day <= DAYS; day++) {
        insert.setString(1, id);
        insert.setObject(
            2,
            LocalDateTime.ofInstant(
                firstDay.plusDays(day).atStartOfDay(ZoneId.of(ZONE)).toInstant(), ZoneOffset.UTC));
        insert.setInt(3, day);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String id(String kind) {
    return id(kind, "n");
  }

  /** Ids in order of number, the same with all customers. */
  private static String id(String kind, String number) {
    return "UNHEX(CONCAT('%s', LPAD(HEX(%s), 31, '0')))".formatted(kind, number);
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).as(sql).isPositive();
    }
  }

  /** Starts a night of all customers, or what else the request asks for; tells where it is. */
  String startNight(String request) {
    Answer answer = operator().post("/api/platform/report-runs", request);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return answer.location();
  }

  /** Waits until a night is so far. */
  JsonObject await(String night, Duration limit, Predicate<JsonObject> condition)
      throws InterruptedException {
    Instant end = Instant.now().plus(limit);
    PortalClient operator = operator();
    Instant signedIn = Instant.now();
    while (true) {
      if (Duration.between(signedIn, Instant.now()).toMinutes() >= 5) {
        operator = operator(); // Tokens do not last as long as large nights.
        signedIn = Instant.now();
      }
      Answer answer = operator.get(night);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      JsonObject seen = answer.json();
      if (condition.test(seen)) {
        return seen;
      }
      assertThat(Instant.now()).as("night %s", seen).isBefore(end);
      Thread.sleep(100);
    }
  }

  JsonObject awaitEnd(String night, Duration limit) throws InterruptedException {
    return await(night, limit, seen -> seen.getString("status").equals("COMPLETED"));
  }

  /** The digests of all files of a night, by customer, report and name. */
  Map<String, String> digests(String night) throws SQLException {
    Map<String, String> digests = new TreeMap<>();
    try (Connection connection = database();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT r.customer_id, r.kind, f.name, f.sha256 FROM report_run r JOIN report_file f"
                    + " ON f.customer_id = r.customer_id AND f.run_id = r.id"
                    + " WHERE r.night_id = UNHEX(REPLACE(?, '-', ''))")) {
      query.setString(1, night.substring(night.lastIndexOf('/') + 1));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String file = row.getString(1) + " " + row.getString(2) + " " + row.getString(3);
          assertThat(digests.put(file, row.getString(4))).as("twice: " + file).isNull();
        }
      }
    }
    return digests;
  }

  /** A number that the database tells. */
  long number(String sql) throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The most memory that the server's process had at once, in MB. */
  long residentMb() {
    try {
      long pid = Long.parseLong(Files.readString(FOLDER.resolve("server.pid")).split("\\s")[0]);
      return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }

  private static String customerId(int number) {
    StringBuilder id = new StringBuilder("KNGHT");
    for (int rest = number; id.length() < CustomerId.LENGTH; rest /= CustomerId.ALPHABET.length()) {
      id.append(CustomerId.ALPHABET.charAt(rest % CustomerId.ALPHABET.length()));
    }
    return new CustomerId(id.toString()).value();
  }
}
