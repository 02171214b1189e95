package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalExtension.class)
class MetricsIT {

  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final Pattern NAME = Pattern.compile("\\b(?:portal|jvm|process)_[a-z_]+\\b");

  /** Expressions stand in one line, or in folded ones below. */
  private static final Pattern EXPRESSION =
      Pattern.compile("expr: (?:>-\\n((?: {10}.*\\n)+)|(.*)\\n)");

  @Test
  void only_who_knows_the_token_reads_the_figures(PortalSystem portal) {
    PortalClient manager = portal.login("manager@vermont.example");

    assertThat(portal.stranger().get("/metrics").status()).isEqualTo(401);
    assertThat(manager.get("/metrics").status()).isEqualTo(401);
    assertThat(asked(portal, "metrics:wrong").status()).isEqualTo(401);
    assertThat(asked(portal, "metrics:").status()).isEqualTo(401);
    assertThat(asked(portal, "root:" + PortalSystem.METRICS_TOKEN).status()).isEqualTo(401);
    assertThat(asked(portal, "metrics:" + PortalSystem.METRICS_TOKEN).status()).isEqualTo(200);
  }

  @Test
  void pages_that_the_server_adds_are_not_found(PortalSystem portal) {
    for (String page :
        List.of(
            "/metrics/",
            "/metrics/base",
            "/metrics/application",
            "/metrics;x=y/base",
            "/%6detrics/base",
            "/payara-openapi",
            "/payara-openapi/json")) {
      assertThat(portal.stranger().get(page).status()).as(page).isIn(400, 401, 404);
      assertThat(portal.stranger().get(page).body()).as(page).doesNotContain("jvm", "thread");
    }
  }

  @Test
  void requests_and_sign_ins_are_counted_by_operation_and_result(PortalSystem portal) {
    String found = "portal_requests_total{operation=\"GET /api/properties/{id}\",status=\"404\"}";
    String refused = "portal_sign_ins_total{result=\"refused\"}";
    String accepted = "portal_sign_ins_total{result=\"accepted\"}";
    double foundBefore = value(portal, found).orElse(0.0);
    double refusedBefore = value(portal, refused).orElseThrow();
    double acceptedBefore = value(portal, accepted).orElseThrow();

    PortalClient manager = portal.login("manager@vermont.example");
    manager.get("/api/properties/01a1fd1b-6aea-7ff9-94f1-7261ecc11b36");
    portal
        .stranger()
        .post("/api/auth/login", "{\"email\":\"nobody@vermont.example\",\"password\":\"no\"}");

    assertThat(value(portal, found)).contains(foundBefore + 1);
    assertThat(value(portal, refused)).contains(refusedBefore + 1);
    assertThat(value(portal, accepted)).contains(acceptedBefore + 1);
  }

  @Test
  void nothing_that_a_client_chooses_becomes_a_label(PortalSystem portal) {
    PortalClient manager = portal.login("manager@vermont.example");
    manager.get("/api/properties?q=Sycamore&limit=1");
    manager.get("/api/sycamore/01a1fd1b-6aea-7ff9-94f1-7261ecc11b36");
    manager.get("/sycamore.txt");
    manager.send("SYCAMORE", "/api/properties", null, "");

    assertThat(figures(portal).toLowerCase())
        .doesNotContain("sycamore", "01a1fd1b", "vermont", "@")
        .doesNotContain(manager.customerId().toLowerCase());
  }

  @Test
  void reports_are_counted_with_their_rows_and_time(PortalSystem portal) {
    String made = "portal_reports_total{kind=\"MATERIAL_USAGE\",result=\"made\"}";
    String rows = "portal_report_rows_total{kind=\"MATERIAL_USAGE\"}";
    double before = value(portal, made).orElseThrow();
    assertThat(value(portal, rows)).isPresent();
    PortalClient manager = portal.login(NewCompany.in(portal).manager());

    manager.post("/api/reports/MATERIAL_USAGE/run", "{}");

    Soon.see("the report", () -> value(portal, made).orElseThrow() > before);
    assertThat(
            value(portal, "portal_report_duration_seconds_count{kind=\"MATERIAL_USAGE\"}")
                .orElseThrow())
        .isPositive();
  }

  @Test
  void the_pool_the_parts_and_the_work_in_hand_are_told(PortalSystem portal) {
    assertThat(value(portal, "portal_database_connections{state=\"most\"}")).contains(64.0);
    for (String state : List.of("used", "free", "waiting")) {
      assertThat(value(portal, "portal_database_connections{state=\"" + state + "\"}"))
          .as(state)
          .isPresent();
    }
    for (String part : List.of("database", "schema", "store", "keys")) {
      assertThat(value(portal, "portal_ready{part=\"" + part + "\"}")).as(part).contains(1.0);
    }
  }

  @Test
  void the_last_good_night_the_failures_since_and_imports_are_told(PortalSystem portal)
      throws SQLException {
    try {
      night(portal, "2001-01-01", "COMPLETED");
      night(portal, "2001-01-02", "FAILED");
      run(
          portal,
          "INSERT INTO import_task (import_id, customer_id, version, lease_owner, lease_until,"
              + " attempts, created_at) SELECT UNHEX(REPLACE(UUID(), '-', '')), MIN(customer_id),"
              + " 0, 'metrics', '2100-01-01', 1, '2001-01-01' FROM customer");

      Soon.see(
          "the figures",
          () ->
              value(portal, "portal_night_last_failures").equals(Optional.of(1.0))
                  && value(portal, "portal_night_last_good_timestamp_seconds")
                      .equals(
                          Optional.of(
                              (double) Instant.parse("2001-01-02T02:00:00Z").getEpochSecond()))
                  && value(portal, "portal_night_last_duration_seconds")
                      .equals(Optional.of(26 * 3600.0))
                  && value(portal, "portal_night_last_retries").equals(Optional.of(2.0))
                  && value(portal, "portal_imports{state=\"running\"}").orElse(0.0) >= 1);
    } finally {
      run(portal, "DELETE FROM import_task WHERE lease_owner = 'metrics'");
      run(
          portal,
          "DELETE FROM report_result WHERE night_id IN"
              + " (SELECT id FROM report_night WHERE night_date < '2002-01-01')");
      run(portal, "DELETE FROM report_night WHERE night_date < '2002-01-01'");
    }
  }

  @Test
  void the_dashboard_and_the_alerts_ask_for_nothing_that_is_not_told(PortalSystem portal)
      throws IOException {
    portal.login("manager@vermont.example");
    Set<String> told = new TreeSet<>();
    figures(portal)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> told.add(line.split("[{ ]", 2)[0]));

    Set<String> dashboard = names(dashboardExpressions());
    Set<String> alerts = names(alertExpressions());

    assertThat(dashboard).hasSizeGreaterThan(10);
    assertThat(alerts).hasSizeGreaterThan(8);
    assertThat(told).containsAll(dashboard).containsAll(alerts);
  }

  @Test
  void every_alert_is_explained(PortalSystem portal) throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "guides", "operations.md"));
    List<String> alerts =
        Pattern.compile("alert: (\\w+)")
            .matcher(Files.readString(DEPLOY.resolve("prometheus/portal-alerts.yml")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(alerts).hasSizeGreaterThan(8).allSatisfy(name -> assertThat(guide).contains(name));
  }

  private static List<String> dashboardExpressions() throws IOException {
    try (JsonReader reader =
        Json.createReader(Files.newInputStream(DEPLOY.resolve("grafana/contractor-portal.json")))) {
      List<String> expressions = new ArrayList<>();
      collect(reader.readObject(), expressions);
      return expressions;
    }
  }

  private static void collect(JsonValue value, List<String> expressions) {
    if (value instanceof JsonObject object) {
      if (object.get("expr") instanceof JsonString expression) {
        expressions.add(expression.getString());
      }
      object.values().forEach(inner -> collect(inner, expressions));
    } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
      value.asJsonArray().forEach(inner -> collect(inner, expressions));
    }
  }

  private static List<String> alertExpressions() throws IOException {
    return EXPRESSION
        .matcher(Files.readString(DEPLOY.resolve("prometheus/portal-alerts.yml")))
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  private static Set<String> names(List<String> expressions) {
    Set<String> names = new TreeSet<>();
    expressions.forEach(
        expression ->
            NAME.matcher(expression).results().map(MatchResult::group).forEach(names::add));
    return names;
  }

  private static String figures(PortalSystem portal) {
    return asked(portal, "metrics:" + PortalSystem.METRICS_TOKEN).body();
  }

  private static Optional<Double> value(PortalSystem portal, String series) {
    return figures(portal)
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .map(line -> Double.valueOf(line.substring(series.length() + 1)))
        .findFirst();
  }

  private static Answer asked(PortalSystem portal, String credentials) {
    return portal
        .stranger()
        .get(
            "/metrics",
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  /** A night that ended at 02:00 UTC on the day after, with one customer's result. */
  private static void night(PortalSystem portal, String date, String result) throws SQLException {
    String id = Integer.toHexString(date.hashCode()) + "00000000000070008000";
    run(
        portal,
        "INSERT INTO report_night (id, version, kind, night_date, as_of, status, customers,"
            + " started_at, ended_at) VALUES (UNHEX(RPAD('%s', 32, '0')), 0, 'NIGHTLY', '%s', '%s',"
                .formatted(id, date, date)
            + " 'COMPLETED', 1, '%s', '%s' + INTERVAL 26 HOUR)".formatted(date, date));
    run(
        portal,
        "INSERT INTO report_result (night_id, customer_id, version, status, attempts, ended_at)"
            + " SELECT n.id, MIN(c.customer_id), 0, '%s', 3, n.ended_at".formatted(result)
            + " FROM report_night n, customer c WHERE n.night_date = '%s'".formatted(date)
            + " GROUP BY n.id, n.ended_at");
  }

  private static void run(PortalSystem portal, String sql) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }
}
