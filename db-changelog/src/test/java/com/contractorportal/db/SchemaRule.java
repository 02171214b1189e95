package com.contractorportal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What every table of the portal keeps to. Each rule is one query over {@code information_schema}
 * that names what breaks it. Tables are exempt by their exact names only, so a new table has to
 * obey, or be added here under a reviewer's eyes.
 */
enum SchemaRule {
  CUSTOMER_LEADS_THE_PRIMARY_KEY(
      """
      SELECT t.table_name FROM information_schema.tables t
      WHERE t.table_schema = DATABASE() AND t.table_name NOT IN (:exempt) AND NOT EXISTS (
        SELECT 1 FROM information_schema.key_column_usage k
        WHERE k.table_schema = t.table_schema AND k.table_name = t.table_name
          AND k.constraint_name = 'PRIMARY' AND k.ordinal_position = 1
          AND k.column_name = 'customer_id')
      """),

  EVERY_ROW_HAS_A_CUSTOMER(
      """
      SELECT t.table_name FROM information_schema.tables t
      WHERE t.table_schema = DATABASE() AND t.table_name NOT IN (:exempt) AND NOT EXISTS (
        SELECT 1 FROM information_schema.columns c
        WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name
          AND c.column_name = 'customer_id' AND c.is_nullable = 'NO')
      """),

  CUSTOMER_IDS_COMPARE_EXACTLY(
      """
      SELECT c.table_name FROM information_schema.columns c
      WHERE c.table_schema = DATABASE() AND c.column_name = 'customer_id'
        AND (c.column_type <> 'char(9)' OR c.collation_name <> 'ascii_bin')
      """),

  THE_CUSTOMER_EXISTS(
      """
      SELECT t.table_name FROM information_schema.tables t
      WHERE t.table_schema = DATABASE() AND t.table_name NOT IN (:exempt) AND NOT EXISTS (
        SELECT 1 FROM information_schema.key_column_usage k
        WHERE k.table_schema = t.table_schema AND k.table_name = t.table_name
          AND k.column_name = 'customer_id' AND k.ordinal_position = 1
          AND k.referenced_table_name = 'customer' AND k.referenced_column_name = 'customer_id')
      """),

  REFERENCES_STAY_WITHIN_THE_CUSTOMER(
      """
      SELECT k.constraint_name FROM information_schema.key_column_usage k
      WHERE k.table_schema = DATABASE() AND k.table_name NOT IN (:exempt)
        AND k.referenced_table_name NOT IN (:exempt)
      GROUP BY k.table_name, k.constraint_name
      HAVING COUNT(*) < 2 OR SUM(k.ordinal_position = 1 AND k.column_name = 'customer_id'
        AND k.referenced_column_name = 'customer_id') = 0
      """),

  NOTHING_CASCADES(
      """
      SELECT r.constraint_name FROM information_schema.referential_constraints r
      WHERE r.constraint_schema = DATABASE() AND r.table_name NOT IN (:runtime)
        AND (r.delete_rule NOT IN ('RESTRICT', 'NO ACTION')
          OR r.update_rule NOT IN ('RESTRICT', 'NO ACTION'))
      """),

  UNIQUENESS_ENDS_AT_THE_CUSTOMER(
      """
      SELECT s.index_name FROM information_schema.statistics s
      WHERE s.table_schema = DATABASE() AND s.table_name NOT IN (:exempt)
        AND s.non_unique = 0 AND s.seq_in_index = 1 AND s.column_name <> 'customer_id'
      """),

  /** Other systems' references are taken literally. */
  TEXT_HAS_ONE_COLLATION(
      """
      SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c
      WHERE c.table_schema = DATABASE() AND c.table_name NOT IN (:runtime)
        AND c.collation_name NOT IN ('utf8mb4_unicode_520_ci', 'ascii_bin')
        AND NOT (c.column_name = 'external_ref' AND c.collation_name = 'utf8mb4_bin')
      """),

  TABLES_ARE_TRANSACTIONAL(
      """
      SELECT t.table_name FROM information_schema.tables t
      WHERE t.table_schema = DATABASE() AND t.engine <> 'InnoDB'
      """),

  ROWS_HAVE_A_VERSION(
      """
      SELECT t.table_name FROM information_schema.tables t
      WHERE t.table_schema = DATABASE() AND t.table_name NOT IN (:runtime) AND NOT EXISTS (
        SELECT 1 FROM information_schema.columns c
        WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name
          AND c.column_name = 'version' AND c.data_type = 'int' AND c.is_nullable = 'NO')
      """);

  /** Tables whose form Liquibase and the batch runtime decide. */
  static final List<String> RUNTIME_TABLES =
      List.of(
          "DATABASECHANGELOG",
          "DATABASECHANGELOGLOCK",
          "batch_CHECKPOINTDATA",
          "batch_EXECUTIONINSTANCEDATA",
          "batch_JOBINSTANCEDATA",
          "batch_JOBSTATUS",
          "batch_STEPEXECUTIONINSTANCEDATA",
          "batch_STEPSTATUS");

  /** Tables above the customers. */
  static final List<String> PLATFORM_TABLES =
      List.of(
          "account",
          "account_identity",
          "account_session",
          "api_key",
          "audit_turn",
          "audit_unsealed",
          "customer",
          "customer_erasure",
          "data_export",
          "customer_feature",
          "execution_log",
          "file_ticket",
          "housekeeping",
          "import_task",
          "invitation",
          "known_browser",
          "membership",
          "onboarding_template",
          "outgoing_mail",
          "password_reset",
          "plan",
          "plan_guard",
          "plan_feature",
          "platform_audit",
          "platform_idempotency_key",
          "rate_bucket",
          "recovery_code",
          "report_night",
          "report_result",
          "second_factor",
          "sign_in_challenge",
          "support_access",
          "usage_month");

  private final String query;

  SchemaRule(String query) {
    this.query = query;
  }

  /** Tables, columns or constraints of the connection's schema that break this rule. */
  List<String> brokenBy(Connection connection) throws SQLException {
    List<String> exempt = new ArrayList<>(RUNTIME_TABLES);
    exempt.addAll(PLATFORM_TABLES);
    return Rows.column(
        connection,
        query.replace(":exempt", quoted(exempt)).replace(":runtime", quoted(RUNTIME_TABLES)));
  }

  private static String quoted(List<String> names) {
    return "'" + String.join("', '", names) + "'";
  }
}
