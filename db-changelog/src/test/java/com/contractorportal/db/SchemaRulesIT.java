package com.contractorportal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRulesIT {

  private static final String OPTIONS =
      " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci";
  private static final String CUSTOMER_ID =
      "customer_id CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL";

  private static TestDatabase database;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void every_table_obeys(SchemaRule rule) throws SQLException {
    try (Connection owner = database.connectAsOwner()) {
      assertThat(rule.brokenBy(owner)).isEmpty();
    }
  }

  @Test
  void the_rules_see_every_table_of_a_customer_and_exempt_only_tables_that_exist()
      throws SQLException {
    try (Connection owner = database.connectAsOwner()) {
      List<String> tables = Rows.tables(owner);

      assertThat(tables).containsAll(SchemaRule.PLATFORM_TABLES);
      assertThat(tables).containsAll(SchemaRule.RUNTIME_TABLES);
      tables.removeAll(SchemaRule.PLATFORM_TABLES);
      tables.removeAll(SchemaRule.RUNTIME_TABLES);
      assertThat(tables)
          .containsExactlyInAnyOrder(
              "audit_entry",
              "audit_seal",
              "equipment",
              "equipment_rate",
              "event_checkin",
              "feed_entry",
              "idempotency_key",
              "log_photo",
              "member",
              "notification",
              "property",
              "property_contractor",
              "property_import",
              "property_import_error",
              "property_list",
              "property_list_entry",
              "report_file",
              "report_run",
              "report_subscription",
              "route",
              "route_stop",
              "weather_observation",
              "weather_place",
              "winter_event",
              "winter_ops_log");
    }
  }

  /** Two tables that keep every rule; each sample changes one thing about them. */
  private static final String CUSTOMER =
      "CREATE TABLE customer (" + CUSTOMER_ID + " PRIMARY KEY, version INT NOT NULL)" + OPTIONS;

  private static final String DEPOT =
      "CREATE TABLE depot ("
          + CUSTOMER_ID
          + ", id BINARY(16) NOT NULL, code VARCHAR(9), version INT NOT NULL,"
          + " PRIMARY KEY (customer_id, id), UNIQUE KEY uq_code (customer_id, code),"
          + " CONSTRAINT fk_depot FOREIGN KEY (customer_id) REFERENCES customer (customer_id))"
          + OPTIONS;

  private static final String TRUCK =
      "CREATE TABLE truck ("
          + CUSTOMER_ID
          + ", id BINARY(16) NOT NULL, depot_id BINARY(16), version INT NOT NULL,"
          + " PRIMARY KEY (customer_id, id),"
          + " CONSTRAINT fk_truck FOREIGN KEY (customer_id) REFERENCES customer (customer_id),"
          + " CONSTRAINT fk_truck_depot FOREIGN KEY (customer_id, depot_id)"
          + " REFERENCES depot (customer_id, id))"
          + OPTIONS;

  static Stream<Arguments> samples() {
    return Stream.of(
        arguments(
            SchemaRule.CUSTOMER_LEADS_THE_PRIMARY_KEY,
            TRUCK.replace("PRIMARY KEY (customer_id, id)", "PRIMARY KEY (id, customer_id)"),
            "truck"),
        arguments(
            SchemaRule.EVERY_ROW_HAS_A_CUSTOMER,
            TRUCK
                .replace("ascii_bin NOT NULL", "ascii_bin NULL")
                .replace("PRIMARY KEY (customer_id, id)", "PRIMARY KEY (id)"),
            "truck"),
        arguments(
            SchemaRule.CUSTOMER_IDS_COMPARE_EXACTLY,
            "CREATE TABLE truck (customer_id CHAR(9) CHARACTER SET ascii COLLATE ascii_general_ci)"
                + OPTIONS,
            "truck"),
        arguments(
            SchemaRule.THE_CUSTOMER_EXISTS,
            TRUCK.replace(
                "CONSTRAINT fk_truck FOREIGN KEY (customer_id) REFERENCES customer (customer_id),",
                ""),
            "truck"),
        arguments(
            SchemaRule.REFERENCES_STAY_WITHIN_THE_CUSTOMER,
            TRUCK
                .replace("(customer_id, depot_id)", "(depot_id)")
                .replace("depot (customer_id, id)", "yard (id)"),
            "fk_truck_depot"),
        arguments(
            SchemaRule.REFERENCES_STAY_WITHIN_THE_CUSTOMER,
            TRUCK
                .replace("(customer_id, depot_id)", "(depot_id, customer_id)")
                .replace("depot (customer_id, id)", "yard (id, customer_id)"),
            "fk_truck_depot"),
        arguments(
            SchemaRule.NOTHING_CASCADES,
            TRUCK.replace("depot (customer_id, id)", "depot (customer_id, id) ON DELETE CASCADE"),
            "fk_truck_depot"),
        arguments(
            SchemaRule.NOTHING_CASCADES,
            TRUCK.replace("depot (customer_id, id)", "depot (customer_id, id) ON UPDATE CASCADE"),
            "fk_truck_depot"),
        arguments(
            SchemaRule.UNIQUENESS_ENDS_AT_THE_CUSTOMER,
            TRUCK.replace("version INT NOT NULL,", "version INT NOT NULL, UNIQUE KEY uq_id (id),"),
            "uq_id"),
        arguments(
            SchemaRule.TEXT_HAS_ONE_COLLATION,
            TRUCK.replace(
                "version INT", "plate VARCHAR(9) COLLATE utf8mb4_general_ci, version INT"),
            "truck.plate"),
        arguments(
            SchemaRule.TABLES_ARE_TRANSACTIONAL,
            "CREATE TABLE truck (id INT) ENGINE = MyISAM",
            "truck"),
        arguments(
            SchemaRule.ROWS_HAVE_A_VERSION,
            TRUCK.replace("version INT NOT NULL", "version INT NULL"),
            "truck"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void each_rule_catches_a_table_that_breaks_it(SchemaRule rule, String sample, String culprit)
      throws SQLException {
    try (TestDatabase scratch = TestDatabase.createEmpty();
        Connection owner = scratch.connectAsOwner()) {
      Rows.execute(owner, CUSTOMER, DEPOT);
      Rows.execute(
          owner,
          DEPOT
              .replace("TABLE depot", "TABLE yard")
              .replace("fk_depot", "fk_yard")
              .replace(
                  "UNIQUE KEY uq_code (customer_id, code)",
                  "UNIQUE KEY uq_yard (id), UNIQUE KEY uq_yard_both (id, customer_id)"));
      List<String> before = rule.brokenBy(owner);

      Rows.execute(owner, sample);

      assertThat(before).doesNotContain(culprit);
      assertThat(rule.brokenBy(owner)).contains(culprit).hasSize(before.size() + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tables_that_break_nothing_pass(SchemaRule rule) throws SQLException {
    try (TestDatabase scratch = TestDatabase.createEmpty();
        Connection owner = scratch.connectAsOwner()) {
      Rows.execute(owner, CUSTOMER, DEPOT, TRUCK);

      assertThat(rule.brokenBy(owner)).isEmpty();
    }
  }

  @Test
  void a_row_that_points_at_another_customers_row_is_refused() throws SQLException {
    try (Connection application = database.connect()) {
      application.setAutoCommit(false);
      Rows.execute(
          application,
          customer("AAAAAAAAA"),
          customer("BBBBBBBBB"),
          property("AAAAAAAAA", "01"),
          property("BBBBBBBBB", "02"),
          "INSERT INTO route (customer_id, id, name, created_at, updated_at)"
              + " VALUES ('AAAAAAAAA', UNHEX(REPEAT('0a', 16)), 'North', NOW(), NOW())");
      Rows.execute(application, stop("AAAAAAAAA", "01"));

      assertThatExceptionOfType(SQLIntegrityConstraintViolationException.class)
          .isThrownBy(() -> Rows.execute(application, stop("AAAAAAAAA", "02")))
          .withMessageContaining("fk_route_stop_property");
      assertThatExceptionOfType(SQLIntegrityConstraintViolationException.class)
          .isThrownBy(() -> Rows.execute(application, stop("BBBBBBBBB", "02")))
          .withMessageContaining("fk_route_stop_route");
      application.rollback();
    }
  }

  private static String customer(String id) {
    return "INSERT INTO customer"
        + " (customer_id, name, status, plan, time_zone, locale, currency, created_at, updated_at)"
        + " VALUES ('%s', 'Snow & Co', 'ACTIVE', 'ENTERPRISE', 'UTC', 'en-US', 'USD', NOW(), NOW())"
            .formatted(id);
  }

  private static String property(String customer, String octet) {
    return "INSERT INTO property"
        + " (customer_id, id, name, street, kind, status, created_at, updated_at)"
        + " VALUES ('%s', UNHEX(REPEAT('%s', 16)), 'Hall', '1 Main St', 'OTHER', 'ACTIVE', NOW(), NOW())"
            .formatted(customer, octet);
  }

  private static String stop(String customer, String property) {
    return "INSERT INTO route_stop (customer_id, id, route_id, property_id, position) VALUES"
        + " ('%1$s', UNHEX(REPEAT('%2$s', 16)), UNHEX(REPEAT('0a', 16)), UNHEX(REPEAT('%2$s', 16)), 1)"
            .formatted(customer, property);
  }
}
