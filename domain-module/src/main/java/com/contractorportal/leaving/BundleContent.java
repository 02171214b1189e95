package com.contractorportal.leaving;

import com.contractorportal.db.CustomerSchema;
import com.contractorportal.db.CustomerSchema.Column;
import com.contractorportal.db.CustomerSchema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a customer goes into a bundle: every table whose rows say whose they are, but for those
 * named here with a reason. A table that nobody thought of is in it.
 */
final class BundleContent {

  /** Above the customers, and not theirs to take along. */
  private static final Map<String, String> LEFT_OUT =
      new TreeMap<>(
          Map.of(
              "account",
              "in the bundle as people, without passwords",
              "account_session",
              "who is signed in",
              "audit_unsealed",
              "work of the portal that is under way",
              "customer_erasure",
              "work of the portal that is under way",
              "data_export",
              "bundles themselves",
              "file_ticket",
              "work of the portal that is under way",
              "import_task",
              "work of the portal that is under way",
              "invitation",
              "links that let people in",
              "outgoing_mail",
              "letters on their way, with links that let people in",
              "platform_audit",
              "what operators did"));

  private static final Map<String, String> LEFT_OUT_TOO =
      Map.of(
          "api_key", "what lets programs in",
          "customer_feature", "what this portal's operators switch",
          "execution_log", "what this portal's operators see of its work",
          "plan_guard", "work of the portal that is under way",
          "report_night", "the operators' nights; what they reported is in report_run",
          "report_result", "the operators' nights; what they reported is in report_run",
          "usage_month", "this portal's own meter");

  /** Of the customer itself: what it is, not how it stands with this portal's operators. */
  static final Set<String> OF_THE_CUSTOMER =
      Set.of("name", "time_zone", "locale", "units", "currency", "contact_email");

  /** Columns that say who somebody is by an account, an operator's session, or a key. */
  private static final Set<String> PEOPLE =
      Set.of(
          "account_id",
          "actor_id",
          "added_by",
          "created_by",
          "ended_by",
          "operator_id",
          "requested_by",
          "session_id");

  private BundleContent() {}

  /** Whether a column's ids leave the portal as others (docs/adr/0034). */
  static boolean namesPeople(Column column) {
    return PEOPLE.contains(column.name());
  }

  /** The tables of the bundle, each behind those that it refers to. */
  static List<Table> tables(CustomerSchema schema) {
    return schema.customerTables().stream()
        .filter(table -> !leftOut().containsKey(table.name()))
        .toList();
  }

  /** Tables that are not in it, with the reason. */
  static Map<String, String> leftOut() {
    Map<String, String> all = new TreeMap<>(LEFT_OUT);
    all.putAll(LEFT_OUT_TOO);
    return all;
  }

  /**
   * The columns of a table that are in it. Whose rows they are is said once for all, so that the
   * same data of another customer is the same bundle.
   */
  static List<Column> columns(Table table) {
    return table.columns().stream()
        .filter(column -> !column.name().equals(CustomerSchema.CUSTOMER) && !column.isGenerated())
        .filter(
            column -> !table.name().equals("customer") || OF_THE_CUSTOMER.contains(column.name()))
        .toList();
  }
}
