package com.contractorportal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaMigrationIT {

  private static final int COMMAND_DENIED = 1142;

  private TestDatabase database;
  private Connection owner;

  @BeforeEach
  void createEmptySchema() throws SQLException {
    database = TestDatabase.createEmpty();
    owner = database.connectAsOwner();
  }

  @AfterEach
  void dropSchema() throws SQLException {
    owner.close();
    database.close();
  }

  @Test
  void an_empty_database_is_migrated_completely() throws SQLException {
    assertThat(SchemaMigration.unrunChangeSets(owner))
        .isEqualTo(SchemaMigration.changeSets())
        .hasSizeGreaterThan(20);

    migrate();

    try (Connection application = database.connect()) {
      assertThat(SchemaMigration.unrunChangeSets(application)).isEmpty();
    }
    assertThat(Rows.tables(owner)).contains("property", "batch_JOBINSTANCEDATA");
  }

  @Test
  void a_second_run_changes_nothing() throws SQLException {
    migrate();
    List<String> applied = appliedChanges();
    List<String> schema = schema();
    List<String> grants = grants();

    migrate();

    assertThat(appliedChanges()).isEqualTo(applied).hasSize(SchemaMigration.changeSets().size());
    assertThat(schema()).isEqualTo(schema);
    assertThat(grants()).isEqualTo(grants);
  }

  @Test
  void a_database_of_an_older_release_is_carried_forward_with_its_rows() throws SQLException {
    int older = changesUntil("create-property");
    SchemaMigration.updateFirst(owner, older);
    Rows.execute(
        owner,
        """
        INSERT INTO customer
          (customer_id, name, status, plan, time_zone, locale, currency, created_at, updated_at)
        VALUES ('LEGACY001', 'Green Mountain Plowing', 'ACTIVE', 'SEASON', 'America/New_York',
          'en-US', 'USD', NOW(), NOW())
        """,
        """
        INSERT INTO property
          (customer_id, id, name, street, kind, status, created_at, updated_at)
        VALUES ('LEGACY001', UNHEX(REPEAT('01', 16)), 'Town Hall', '39 Main St', 'MUNICIPAL',
          'ACTIVE', NOW(), NOW())
        """);
    assertThat(SchemaMigration.unrunChangeSets(owner))
        .isEqualTo(SchemaMigration.changeSets().subList(older, SchemaMigration.changeSets().size()))
        .isNotEmpty();

    migrate();

    assertThat(SchemaMigration.unrunChangeSets(owner)).isEmpty();
    try (Connection application = database.connect()) {
      assertThat(Rows.column(application, "SELECT name FROM property WHERE version = 0"))
          .containsExactly("Town Hall");
    }
  }

  /** A hundredth of a degree of latitude is 1,112 m; the third stop's position is not known. */
  @Test
  void what_older_rows_amount_to_is_filled_in() throws SQLException {
    int routes = changesUntil("create-route-stop");
    SchemaMigration.updateFirst(owner, routes);
    Rows.execute(
        owner,
        """
        INSERT INTO customer
          (customer_id, name, status, plan, time_zone, locale, currency, created_at, updated_at)
        VALUES ('LEGACY001', 'Green Mountain Plowing', 'ACTIVE', 'SEASON', 'America/New_York',
          'en-US', 'USD', NOW(), NOW())
        """,
        """
        INSERT INTO route (customer_id, id, name, created_at, updated_at)
        VALUES ('LEGACY001', UNHEX(REPEAT('0A', 16)), 'North', NOW(), NOW()),
          ('LEGACY001', UNHEX(REPEAT('0B', 16)), 'Without stops', NOW(), NOW())
        """);
    List<String> latitudes = List.of("44.02", "44.00", "NULL", "44.01");
    for (int i = 0; i < latitudes.size(); i++) {
      Rows.execute(
          owner,
          """
          INSERT INTO property (customer_id, id, name, street, kind, status, latitude, longitude,
            created_at, updated_at)
          VALUES ('LEGACY001', UNHEX(REPEAT('0%1$d', 16)), 'Site', '1 Main St', 'OTHER', 'ACTIVE',
            %2$s, -72.5, NOW(), NOW())
          """
              .formatted(i, latitudes.get(i)),
          """
          INSERT INTO route_stop (customer_id, id, route_id, property_id, position)
          VALUES ('LEGACY001', UNHEX(REPEAT('0%1$d', 16)), UNHEX(REPEAT('0A', 16)),
            UNHEX(REPEAT('0%1$d', 16)), %1$d)
          """
              .formatted(i));
    }
    SchemaMigration.updateFirst(owner, changesUntil("create-log-photo") - routes);
    Rows.execute(
        owner,
        """
        INSERT INTO account
          (id, email, password_hash, display_name, super_admin, failed_logins, created_at, updated_at)
        VALUES (UNHEX(REPEAT('0C', 16)), 'pat@portal.example', 'x', 'Pat', FALSE, 0, NOW(), NOW())
        """,
        """
        INSERT INTO membership (account_id, customer_id, role, active, created_at, updated_at)
        VALUES (UNHEX(REPEAT('0C', 16)), 'LEGACY001', 'CONTRACTOR', TRUE, NOW(), NOW())
        """,
        """
        INSERT INTO member (customer_id, id, account_id, display_name, created_at, updated_at)
        VALUES ('LEGACY001', UNHEX(REPEAT('0C', 16)), UNHEX(REPEAT('0C', 16)), 'Pat', NOW(), NOW())
        """,
        """
        INSERT INTO winter_event (customer_id, id, name, kind, status, starts_at, created_at,
          updated_at)
        VALUES ('LEGACY001', UNHEX(REPEAT('0D', 16)), 'Storm', 'SNOW', 'ACTIVE', NOW(), NOW(),
          NOW())
        """,
        log("0E", "NULL"),
        log("0F", "UNHEX(REPEAT('0E', 16))"));

    migrate();

    assertThat(
            Rows.column(
                owner,
                "SELECT CONCAT_WS(' ', name, stop_count, distance_m) AS x FROM route ORDER BY x"))
        .containsExactly("North 4 3336", "Without stops 0 0");
    assertThat(Rows.column(owner, "SELECT HEX(corrected_by) FROM winter_ops_log ORDER BY id"))
        .containsExactly("0F".repeat(16), null);
  }

  private static String log(String id, String corrects) {
    return """
        INSERT INTO winter_ops_log (customer_id, id, event_id, property_id, member_id, work, status,
          started_at, ended_at, corrects_id, captured_at, received_at, late, created_at, updated_at)
        VALUES ('LEGACY001', UNHEX(REPEAT('%s', 16)), UNHEX(REPEAT('0D', 16)),
          UNHEX(REPEAT('00', 16)), UNHEX(REPEAT('0C', 16)), 'PLOW', 'APPROVED', NOW(), NOW(), %s,
          NOW(), NOW(), FALSE, NOW(), NOW())
        """
        .formatted(id, corrects);
  }

  private static int changesUntil(String last) {
    List<String> all = SchemaMigration.changeSets();
    int place =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).contains(last))
            .findFirst()
            .orElseThrow();
    return place + 1;
  }

  @Test
  void every_change_can_be_rolled_back_one_by_one_and_made_again() throws SQLException {
    migrate();
    List<String> schema = schema();
    List<String> changeSets = SchemaMigration.changeSets();

    for (int left = changeSets.size() - 1; left >= 0; left--) {
      SchemaMigration.rollback(owner, 1);
      assertThat(SchemaMigration.unrunChangeSets(owner))
          .isEqualTo(changeSets.subList(left, changeSets.size()));
    }
    assertThat(Rows.tables(owner)).containsExactly("DATABASECHANGELOG", "DATABASECHANGELOGLOCK");

    migrate();
    assertThat(schema()).isEqualTo(schema);
  }

  @Test
  void the_last_migration_can_be_undone_once_it_was_looked_at() throws SQLException {
    List<String> all = SchemaMigration.changeSets();
    int older = all.size() - 3;
    SchemaMigration.updateFirst(owner, older);
    List<String> schema = schema();
    migrate();

    String told = undo();
    assertThat(SchemaMigration.unrunChangeSets(owner)).as("told only").isEmpty();
    assertThat(told.lines().skip(1).map(String::strip))
        .containsExactly(all.get(older + 2), all.get(older + 1), all.get(older));

    undo("--yes");
    assertThat(SchemaMigration.unrunChangeSets(owner)).isEqualTo(all.subList(older, all.size()));
    assertThat(schema()).isEqualTo(schema);

    migrate();
    Rows.execute(
        owner,
        "INSERT INTO DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE,"
            + " DEPLOYMENT_ID) VALUES ('later', 'x', 'later.xml', NOW(), 99999, 'EXECUTED', 'x')");
    assertThat(undo("--yes")).contains("newer release");
    assertThat(SchemaMigration.unrunChangeSets(owner)).isEmpty();
  }

  @Test
  void a_schema_that_was_made_at_once_is_not_undone() throws SQLException {
    migrate();

    assertThat(undo("--yes")).contains("would drop every table");
    assertThat(SchemaMigration.unrunChangeSets(owner)).isEmpty();
  }

  private String undo(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    UndoMigration.run(
        List.of(arguments),
        Map.of(
            "PORTAL_DB_URL", database.jdbcUrl(),
            "PORTAL_DB_OWNER_USER", database.owner().user(),
            "PORTAL_DB_OWNER_PASSWORD", database.owner().password()),
        new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_lock_left_by_a_killed_server_does_not_stop_the_next_one() throws SQLException {
    SchemaMigration.updateFirst(owner, 1);
    Rows.execute(
        owner,
        "UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKGRANTED = NOW(), LOCKEDBY = 'killed'");

    migrate();

    assertThat(SchemaMigration.unrunChangeSets(owner)).isEmpty();
  }

  @Test
  void two_servers_that_start_together_migrate_once() throws Exception {
    List<Throwable> failures = new ArrayList<>();
    Thread other = new Thread(this::migrate);
    other.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
    other.start();

    migrate();
    other.join();

    assertThat(failures).isEmpty();
    assertThat(appliedChanges()).hasSize(SchemaMigration.changeSets().size());
  }

  @Test
  void a_wrong_password_is_told_in_one_sentence_without_the_password() {
    assertThatExceptionOfType(SchemaMigrationException.class)
        .isThrownBy(
            () ->
                SchemaMigration.migrate(
                    database.jdbcUrl(), database.owner().user(), "not-it", database.user()))
        .withMessageContaining("could not be migrated as " + database.owner().user())
        .withMessageNotContaining("not-it");
  }

  @Test
  void a_failing_change_names_the_change() throws SQLException {
    Rows.execute(owner, "CREATE TABLE route_stop (id INT)");

    assertThatExceptionOfType(SchemaMigrationException.class)
        .isThrownBy(this::migrate)
        .withMessageContaining("route/0002_create_route_stop.xml");
  }

  @Test
  void checking_for_unrun_changes_needs_no_table_and_makes_none() throws SQLException {
    try (Connection application = database.connectAsOwner()) {
      assertThat(SchemaMigration.unrunChangeSets(application)).isNotEmpty();
      assertThat(Rows.tables(application)).isEmpty();
    }
    SchemaMigration.updateFirst(owner, 3);
    Rows.execute(
        owner,
        "GRANT SELECT ON DATABASECHANGELOG TO '%s'@'%%'".formatted(database.application().user()));
    try (Connection application = database.connect()) {
      assertThat(SchemaMigration.unrunChangeSets(application))
          .hasSize(SchemaMigration.changeSets().size() - 3);
    }
  }

  @Test
  void the_application_changes_neither_the_schema_nor_the_audit_trail() throws SQLException {
    migrate();
    try (Connection application = database.connect()) {
      for (String statement :
          List.of(
              "CREATE TABLE mine (id INT)",
              "ALTER TABLE property ADD COLUMN mine INT",
              "CREATE INDEX mine ON property (name)",
              "DROP TABLE route_stop",
              "TRUNCATE TABLE route_stop",
              "CREATE VIEW mine AS SELECT 1",
              "UPDATE audit_entry SET action = 'x'",
              "DELETE FROM audit_entry",
              "UPDATE audit_seal SET hash = digest",
              "DELETE FROM audit_seal",
              "UPDATE platform_audit SET action = 'x'",
              "DELETE FROM platform_audit",
              "DELETE FROM DATABASECHANGELOG",
              "INSERT INTO DATABASECHANGELOG (ID) VALUES ('x')",
              "UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE")) {
        assertThatExceptionOfType(SQLException.class)
            .as(statement)
            .isThrownBy(() -> Rows.execute(application, statement))
            .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(COMMAND_DENIED));
      }
    }
  }

  @Test
  void the_application_may_read_and_append_audit_rows_and_write_every_other_table()
      throws SQLException {
    migrate();
    try (Connection application = database.connect()) {
      Rows.execute(
          application,
          """
          INSERT INTO platform_audit (id, at, actor_name, action, entity, entity_id)
          VALUES (UNHEX(REPEAT('01', 16)), NOW(), 'root', 'customer.suspended', 'customer', 'x')
          """);
      assertThat(Rows.column(application, "SELECT action FROM platform_audit"))
          .containsExactly("customer.suspended");
      for (String table : Rows.tables(owner)) {
        if (!table.startsWith("DATABASECHANGELOG") && !table.contains("audit")) {
          Rows.execute(application, "DELETE FROM %s WHERE 1 = 0".formatted(table));
        }
      }
    }
  }

  private void migrate() {
    SchemaMigration.migrate(
        database.jdbcUrl(), database.owner().user(), database.owner().password(), database.user());
  }

  private List<String> appliedChanges() throws SQLException {
    return Rows.column(
        owner, "SELECT CONCAT_WS(' ', ID, DATEEXECUTED, MD5SUM) FROM DATABASECHANGELOG ORDER BY 1");
  }

  private List<String> grants() throws SQLException {
    try (Connection application = database.connect()) {
      return Rows.column(application, "SHOW GRANTS");
    }
  }

  /** The schema as text: every column, index and foreign key. */
  private List<String> schema() throws SQLException {
    return Rows.column(
        owner,
        """
        SELECT CONCAT_WS(' ', table_name, column_name, column_type, is_nullable, collation_name) AS x
          FROM information_schema.columns WHERE table_schema = DATABASE()
        UNION ALL
        SELECT CONCAT_WS(' ', table_name, index_name, seq_in_index, column_name, non_unique)
          FROM information_schema.statistics WHERE table_schema = DATABASE()
        UNION ALL
        SELECT CONCAT_WS(' ', constraint_name, column_name, referenced_table_name)
          FROM information_schema.key_column_usage WHERE table_schema = DATABASE()
        ORDER BY x
        """);
  }
}
