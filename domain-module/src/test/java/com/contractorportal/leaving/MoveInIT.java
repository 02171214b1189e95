package com.contractorportal.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Table;
import com.contractorportal.db.TestDatabase;
import com.contractorportal.store.FileStore;
import com.contractorportal.tenancy.CustomerId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The old portal's tables become a customer's, beside another customer that has the very same. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MoveInIT {

  private static final CustomerId OURS = CustomerId.LEGACY;
  private static final CustomerId THEIRS = new CustomerId("ABCDEFGHJ");

  /** What moving in and out leaves on purpose. */
  private static final List<String> TRAIL =
      List.of("audit_entry", "audit_unsealed", "platform_audit");

  private static TestDatabase database;
  private static Path sample;
  private static Map<String, String> others;
  private static Map<String, String> moved;
  @TempDir private static Path folder;

  private record Done(int status, String said) {}

  @BeforeAll
  static void two_customers_with_the_same_old_tables() throws Exception {
    database = TestDatabase.create();
    URI csv = MoveInIT.class.getResource("/old-portal/users.csv").toURI();
    sample = Path.of(csv).getParent();
    assertThat(run("convert", sample, theirs(), "--customer", THEIRS).status()).isZero();
    assertThat(run("take", theirs()).status()).isZero();
    others = digests(THEIRS);
    assertThat(run("convert", sample, ours()).status()).isZero();
    assertThat(run("take", ours()).status()).isZero();
    moved = digests(OURS);
  }

  @AfterAll
  static void gone() {
    database.close();
  }

  /** Whatever the test before left. */
  @BeforeEach
  void moved_in() throws Exception {
    sql("UPDATE property SET name = REPLACE(name, 'Changed ', ''), version = 0");
    assertThat(run("take", ours()).status()).isZero();
  }

  @Test
  void the_same_tables_are_the_same_bundle_and_what_is_left_is_told() throws Exception {
    Path again = folder.resolve("again.zip");

    Done done = run("convert", sample, again);

    assertThat(again).hasSameBinaryContentAs(ours());
    Path report = Path.of(again + ".report.csv");
    assertThat(report).hasSameTextualContentAs(Path.of(ours() + ".report.csv"));
    assertThat(Files.readString(report)).isEqualTo(text("/old-portal.report.csv"));
    assertThat(done.said())
        .contains(
            "users: 5 of 8 rows", "properties: 24 of 31 rows", "winter_ops_log: 18 of 24 rows");
  }

  @Test
  void everything_is_where_it_belongs() throws Exception {
    assertThat(
            value(
                "SELECT CONCAT_WS('|', p.street, p.city, p.kind, p.area_m2, p.trigger_depth_cm, p.site_notes, p.external_ref)"
                    + " FROM property p WHERE p.customer_id = 'LEGACY001' AND p.external_ref = 'A-002'"))
        .isEqualTo(
            "87 Horseshoe Drive|West Windsor|MUNICIPAL|99.78|3.8|Gate code 4711\nPile snow behind the shed, not on the \"lawn\"|A-002");
    assertThat(
            value(
                "SELECT CONCAT_WS('|', e.name, m.display_name, p.external_ref, l.work, l.status, l.depth_cm, l.material_quantity, l.material_unit, l.notes, l.ended_at)"
                    + " FROM winter_ops_log l"
                    + " JOIN winter_event e ON e.customer_id = l.customer_id AND e.id = l.event_id"
                    + " JOIN property p ON p.customer_id = l.customer_id AND p.id = l.property_id"
                    + " JOIN member m ON m.customer_id = l.customer_id AND m.id = l.member_id"
                    + " WHERE l.customer_id = 'LEGACY001' AND l.notes LIKE 'Ice%'"))
        .isEqualTo(
            "New Year storm|Chris Crew|A-001|SALT|APPROVED|8.9|80.00|LB|Ice under snow\nwatch\tout|2024-01-01 06:50:00.000000");
    assertThat(
            value(
                "SELECT GROUP_CONCAT(p.external_ref ORDER BY s.position)"
                    + " FROM route_stop s JOIN route r ON r.customer_id = s.customer_id AND r.id = s.route_id"
                    + " JOIN property p ON p.customer_id = s.customer_id AND p.id = s.property_id"
                    + " WHERE s.customer_id = 'LEGACY001' AND r.name = 'North'"))
        .isEqualTo("A-001,A-003,A-002");
    assertThat(
            value(
                "SELECT stop_count FROM route WHERE customer_id = 'LEGACY001' AND name = 'North'"))
        .isEqualTo("3");
    assertThat(
            value(
                "SELECT COUNT(*) FROM account a JOIN membership m ON m.account_id = a.id"
                    + " WHERE m.customer_id = 'LEGACY001' AND a.password_hash IS NULL"
                    + " AND a.customer_id = 'LEGACY001' AND a.email_proven_at IS NULL"))
        .as("who is to be invited")
        .isEqualTo("5");
    assertThat(
            value(
                "SELECT CONCAT(name, status, time_zone) FROM customer WHERE customer_id = 'LEGACY001'"))
        .isEqualTo("Green Mountain PlowingSUSPENDEDAmerica/New_York");
    assertThat(
            value(
                "SELECT observed_at FROM weather_observation WHERE customer_id = 'LEGACY001' ORDER BY 1 LIMIT 1"))
        .as("a day of the company's")
        .startsWith("2024-01-01 05:00:00");
    for (String trail : new String[] {"audit_entry", "platform_audit"}) {
      assertThat(
              value(
                  "SELECT after_state FROM "
                      + trail
                      + " WHERE customer_id = 'LEGACY001' AND action = 'move-in' LIMIT 1"))
          .contains("\"property\":24");
    }
    assertThat(
            value(
                "SELECT COUNT(*) FROM audit_entry e WHERE customer_id = 'LEGACY001' AND NOT EXISTS"
                    + " (SELECT 1 FROM audit_unsealed u WHERE u.entry_id = e.id AND u.customer_id = e.customer_id)"))
        .as("what the sealer would not see")
        .isEqualTo("0");
  }

  @Test
  void taken_again_it_changes_nothing_and_undone_nothing_is_left() throws Exception {
    assertThat(run("take", ours()).said()).contains("already");
    assertThat(digests(OURS)).isEqualTo(moved);

    Done undone = run("undo", ours());

    assertThat(undone.status()).as(undone.said()).isZero();
    assertThat(rows(OURS)).containsOnlyKeys("customer");
    assertThat(digests(THEIRS)).isEqualTo(others);
    assertThat(run("undo", ours()).said()).contains("Nothing of the bundle is in LEGACY001");
    assertThat(run("take", ours()).status()).isZero();
    assertThat(digests(OURS)).isEqualTo(moved);
    assertThat(digests(THEIRS)).isEqualTo(others);
  }

  @Test
  void what_has_been_changed_since_is_not_undone() throws Exception {
    sql(
        "UPDATE property SET name = CONCAT('Changed ', name), version = version + 1"
            + " WHERE customer_id = 'LEGACY001' AND external_ref = 'A-001'");
    Map<String, String> changed = digests(OURS);

    Done undo = run("undo", ours());
    Done take = run("take", ours());

    assertThat(undo.status()).isEqualTo(MoveIn.NOTHING_DONE);
    assertThat(undo.said()).contains("1 have been changed and 0 removed");
    assertThat(take.status()).isEqualTo(MoveIn.NOTHING_DONE);
    assertThat(take.said()).contains("1 are others by now");
    assertThat(digests(OURS)).isEqualTo(changed).isNotEqualTo(moved);
  }

  @Test
  void what_came_later_keeps_what_it_refers_to() throws Exception {
    sql(
        "INSERT INTO route_stop (customer_id, id, route_id, property_id, position)"
            + " SELECT r.customer_id, UNHEX(REPEAT('a7', 16)), r.id, p.id, 9 FROM route r, property p"
            + " WHERE r.customer_id = 'LEGACY001' AND r.name = 'South' AND p.customer_id = r.customer_id"
            + " AND p.external_ref = 'A-021'");
    try {
      Done undo = run("undo", ours());

      assertThat(undo.status()).isEqualTo(MoveIn.NOTHING_DONE);
      assertThat(undo.said()).contains("refers to what was moved in");
    } finally {
      sql("DELETE FROM route_stop WHERE id = UNHEX(REPEAT('a7', 16))");
    }
    assertThat(digests(OURS)).isEqualTo(moved);
  }

  @Test
  void whoever_is_a_member_already_does_not_become_two() throws Exception {
    assertThat(run("undo", ours()).status()).isZero();
    sql(
        "INSERT INTO account (id, email, display_name, super_admin, failed_logins, customer_id, everybodys, created_at, updated_at)"
            + " VALUES (UNHEX(REPEAT('da', 16)), 'Dana@green-mountain.example', 'Dana', FALSE, 0, 'LEGACY001', NULL, NOW(), NOW())");
    Map<String, Long> before = rows(OURS);
    try {
      Done take = run("take", ours());

      assertThat(take.status()).isEqualTo(MoveIn.NOTHING_DONE);
      assertThat(take.said()).contains("members of LEGACY001 already: dana@green-mountain.example");
      assertThat(rows(OURS)).isEqualTo(before);
    } finally {
      sql("DELETE FROM account WHERE id = UNHEX(REPEAT('da', 16))");
    }
  }

  @Test
  void nothing_is_taken_into_a_closed_customer() throws Exception {
    assertThat(run("undo", ours()).status()).isZero();
    sql("UPDATE customer SET status = 'CLOSED' WHERE customer_id = 'LEGACY001'");
    try {
      assertThat(run("take", ours()).said()).contains("LEGACY001 is closed");
      assertThat(rows(OURS)).containsOnlyKeys("customer");
    } finally {
      sql("UPDATE customer SET status = 'SUSPENDED' WHERE customer_id = 'LEGACY001'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"property", "audit_unsealed"})
  void killed_while_it_takes_it_has_taken_nothing_and_goes_on_to_the_same_end(String table)
      throws Exception {
    assertThat(run("undo", ours()).status()).isZero();

    killed(table, "take", ours());

    assertThat(rows(OURS)).containsOnlyKeys("customer");
    assertThat(run("take", ours()).status()).isZero();
    assertThat(digests(OURS)).isEqualTo(moved);
    assertThat(digests(THEIRS)).isEqualTo(others);
  }

  @Tag("drill")
  @ParameterizedTest
  @ValueSource(
      strings = {"account", "membership", "route_stop", "winter_ops_log", "weather_observation"})
  void killed_anywhere_else_it_is_the_same(String table) throws Exception {
    killed_while_it_takes_it_has_taken_nothing_and_goes_on_to_the_same_end(table);
  }

  @Test
  void killed_while_it_undoes_it_has_removed_nothing() throws Exception {
    killed("winter_event", "undo", ours());

    assertThat(digests(OURS)).isEqualTo(moved);
    assertThat(run("undo", ours()).status()).isZero();
    assertThat(rows(OURS)).containsOnlyKeys("customer");
  }

  @Test
  void killed_while_it_converts_there_is_no_bundle_and_then_the_same() throws Exception {
    Path old = Files.createDirectory(folder.resolve("old"));
    try (Stream<Path> files = Files.list(sample)) {
      for (Path file : files.toList()) {
        Files.copy(file, old.resolve(file.getFileName()));
      }
    }
    Path pipe = old.resolve("winter_ops_log.tsv");
    Path bundle = folder.resolve("killed.zip");
    Files.delete(pipe);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process tool = start("convert", old, bundle);
    // Opened for writing only when the tool has opened it for reading.
    OutputStream unending = new FileOutputStream(pipe.toFile());
    kill(tool);
    unending.close();
    assertThat(bundle).doesNotExist();
    Files.delete(pipe);
    Files.copy(sample.resolve("winter_ops_log.tsv"), pipe);

    assertThat(run("convert", old, bundle).status()).isZero();

    assertThat(bundle).hasSameBinaryContentAs(ours());
  }

  @Test
  void what_is_no_bundle_of_ours_or_no_folder_is_refused_in_a_sentence() throws Exception {
    Path exported = folder.resolve("exported.zip");
    export(OURS, exported);

    assertThat(run("take", exported).said()).contains("was not made by move-in convert");
    assertThat(run("take", sample).said()).contains("There is no file");
    assertThat(run("convert", folder.resolve("nowhere"), exported).status())
        .isEqualTo(MoveIn.NOTHING_DONE);
    assertThat(run("convert", sample, exported, "--customer", "us").said()).contains("us is none");
    assertThat(run("move").status()).isEqualTo(MoveIn.NOT_UNDERSTOOD);
  }

  /** Ends the tool when it is about to write the table. */
  private static void killed(String table, Object... arguments) throws Exception {
    try (Connection holder = database.connectAsOwner();
        Statement lock = holder.createStatement()) {
      lock.execute("LOCK TABLES `%s` READ".formatted(table));
      Process tool = start(arguments);
      Instant limit = Instant.now().plus(Duration.ofMinutes(2));
      while (waiting() == 0) {
        assertThat(tool.isAlive()).as("waits for %s", table).isTrue();
        assertThat(Instant.now()).as("time until it waits for %s", table).isBefore(limit);
        TimeUnit.MILLISECONDS.sleep(50);
      }
      kill(tool);
    }
  }

  /** MySQL's list of processes fails where a statement has bytes that are no text. */
  private static long waiting() throws Exception {
    boolean isMariaDb = value("SELECT VERSION()").contains("MariaDB");
    return Long.parseLong(
        value(
            isMariaDb
                ? "SELECT COUNT(*) FROM information_schema.processlist"
                    + " WHERE db = DATABASE() AND state LIKE 'Waiting for table%'"
                : "SELECT COUNT(*) FROM performance_schema.metadata_locks"
                    + " WHERE object_schema = DATABASE() AND lock_status = 'PENDING'"));
  }

  /** By SIGKILL. */
  private static void kill(Process tool) throws Exception {
    tool.destroyForcibly();
    assertThat(tool.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(tool.exitValue()).isEqualTo(128 + 9);
  }

  private static Process start(Object... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(MoveIn.class.getName());
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment());
    return builder.start();
  }

  private static Done run(Object... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        MoveIn.run(
            Arrays.stream(arguments).map(Object::toString).toList(),
            environment(),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    return new Done(status, said.toString(StandardCharsets.UTF_8));
  }

  private static Map<String, String> environment() {
    return Map.of(
        "PORTAL_DB_URL", database.jdbcUrl(),
        "PORTAL_DB_USER", database.user(),
        "PORTAL_DB_PASSWORD", database.password());
  }

  private static Path ours() {
    return folder.resolve("ours.zip");
  }

  private static Path theirs() {
    return folder.resolve("theirs.zip");
  }

  /** Of each table as an export would have it, but for the trail. */
  private static Map<String, String> digests(CustomerId customer) throws Exception {
    Path file = folder.resolve("digests.zip");
    export(customer, file);
    Map<String, String> digests = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile());
        JsonReader json = Json.createReader(zip.getInputStream(zip.getEntry("manifest.json")))) {
      for (JsonObject part :
          json.readObject().getJsonArray("parts").getValuesAs(JsonObject.class)) {
        if (!part.getString("name").contains("audit")) {
          digests.put(part.getString("name"), part.getString("sha256"));
        }
      }
    }
    assertThat(digests).hasSizeGreaterThan(20);
    return digests;
  }

  private static void export(CustomerId customer, Path file) throws Exception {
    try (Connection connection = database.connect();
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      new BundleWriter(connection, customer, zip, () -> {})
          .write(new CustomerFiles(FileStore.inFolder(folder), folder.toString()));
    }
  }

  /** How many rows there are in each table that has any, by the schema, but for the trail. */
  private static Map<String, Long> rows(CustomerId customer) throws Exception {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = database.connectAsOwner()) {
      for (Table table : CustomerSchema.of(connection).customerTables()) {
        try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM `%s` WHERE customer_id = ?".formatted(table.name()))) {
          query.setString(1, customer.value());
          try (ResultSet count = query.executeQuery()) {
            count.next();
            if (count.getLong(1) > 0 && !TRAIL.contains(table.name())) {
              rows.put(table.name(), count.getLong(1));
            }
          }
        }
      }
    }
    return rows;
  }

  private static void sql(String sql) throws Exception {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String value(String sql) throws Exception {
    try (Connection connection = database.connectAsAdministrator();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private static String text(String resource) throws Exception {
    return Files.readString(Path.of(MoveInIT.class.getResource(resource).toURI()));
  }
}
