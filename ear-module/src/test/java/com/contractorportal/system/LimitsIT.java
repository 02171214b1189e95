package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a plan allows, and what is told of it. */
@ExtendWith(PortalExtension.class)
class LimitsIT {

  private PortalSystem portal;
  private PortalClient operator;

  @BeforeEach
  void an_operator(PortalSystem running) {
    portal = running;
    operator = portal.login("root@portal.example");
  }

  @Test
  void an_import_takes_what_there_is_room_for_and_names_the_plan_for_the_rest() {
    NewCompany company = NewCompany.in(portal).on(portal, "FREE");
    PortalClient manager = portal.login(company.manager());
    StringBuilder file = new StringBuilder("name,address\n");
    IntStream.range(0, 53).forEach(i -> file.append("Lot %1$d,%1$d Main St\n".formatted(i)));
    String location =
        manager
            .send("POST", "/api/properties/imports?fileName=lots.csv", "text/csv", file.toString())
            .location();

    JsonObject done =
        Soon.find(
            "the end of the import",
            () ->
                Optional.of(manager.get(location).json())
                    .filter(seen -> seen.getString("status").equals("COMPLETED")));

    assertThat(done.getInt("rowsAccepted")).isEqualTo(50);
    assertThat(done.getInt("rowsRejected")).isEqualTo(3);
    JsonObject error = done.getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("plan");
    assertThat(error.getString("reason")).contains("The plan FREE allows 50 properties");

    Answer refused =
        manager.post("/api/properties", "{\"name\":\"One more\",\"street\":\"1 Main St\"}");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/plan-limit-reached");
    assertThat(refused.json().getJsonObject("limit").toString())
        .isEqualTo("{\"allowed\":50,\"name\":\"PROPERTIES\",\"plan\":\"FREE\",\"used\":50}");

    JsonObject usage = manager.get("/api/customer/usage").json();
    assertThat(usage.getString("plan")).isEqualTo("FREE");
    assertThat(usage.getJsonObject("current").getInt("properties")).isEqualTo(50);
    assertThat(limit(usage, "PROPERTIES").getInt("used")).isEqualTo(50);
    assertThat(limit(usage, "PROPERTIES").getInt("allowed")).isEqualTo(50);
    assertThat(limit(usage, "REQUESTS_PER_MINUTE").containsKey("used")).isFalse();
  }

  @Test
  void requests_are_counted_for_whose_they_were_and_operators_see_how_many() {
    NewCompany company = NewCompany.in(portal);
    PortalClient manager = portal.login(company.manager());
    for (int i = 0; i < 7; i++) {
      Answer answer = manager.get("/api/properties");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("RateLimit")).as("ENTERPRISE has no limit").isEmpty();
    }
    NewCompany quiet = NewCompany.in(portal);

    Soon.see("7 requests", () -> usage(company).getJsonObject("current").getInt("requests") == 7);

    assertThat(usage(quiet).getJsonObject("current").getInt("requests")).isZero();
    assertThat(operator.get("/api/platform/customers/AAAAAAAAA/usage").status()).isEqualTo(404);
  }

  @Test
  void an_operator_changes_what_a_plan_allows_and_it_is_written_down() {
    String code = "P" + NewCompany.in(portal).allowed(portal, 77).customerId();
    String path = "/api/platform/plans/" + code;
    assertThat(operator.get("/api/platform/plans").items())
        .extracting(plan -> plan.getString("code"))
        .startsWith("FREE", "STARTER", "PRO", "ENTERPRISE")
        .contains(code);

    Answer changed = operator.put(path, "{\"maxMembers\":3}", "\"0\"");

    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().toString())
        .isEqualTo("{\"code\":\"%s\",\"maxMembers\":3,\"version\":1}".formatted(code));
    assertThat(operator.put(path, "{}", "\"0\"").status()).isEqualTo(412);
    assertThat(operator.put(path, "{\"maxMembers\":0}", "\"1\"").status()).isEqualTo(400);
    assertThat(operator.put("/api/platform/plans/pro", "{}", "\"0\"").status()).isEqualTo(404);
  }

  @Test
  void a_flood_of_one_company_is_turned_away_and_another_notices_nothing() throws Exception {
    PortalClient flooding = portal.login(NewCompany.in(portal).allowed(portal, 20).manager());
    PortalClient other = portal.login(NewCompany.in(portal).manager());
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<List<Integer>>> flood = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      flood.add(
          threads.submit(
              () -> {
                List<Integer> got = new ArrayList<>();
                while (!over.get()) {
                  got.add(flooding.get("/api/properties").status());
                }
                return got;
              }));
    }

    List<Integer> others =
        IntStream.range(0, 50).mapToObj(i -> other.get("/api/properties").status()).toList();
    Soon.see("a refusal", () -> flooding.get("/api/properties").status() == 429);
    over.set(true);

    assertThat(others).containsOnly(200);
    for (Future<List<Integer>> part : flood) {
      assertThat(part.get()).containsAnyOf(429).doesNotContain(500, 503);
    }
    threads.shutdown();
  }

  @Test
  void a_program_that_asks_for_tokens_all_the_time_is_turned_away_too() {
    NewCompany company = NewCompany.in(portal).allowed(portal, 20);
    PortalClient admin = portal.login(company.hire(portal, "ADMIN"));
    Guests.Key key = Guests.key(admin, List.of("reports:read"));

    List<Answer> answers =
        IntStream.range(0, 20).mapToObj(i -> key.exchange(portal.stranger(), "")).toList();

    assertThat(answers).extracting(Answer::status).contains(200, 429).containsOnly(200, 429);
    Answer refused = answers.get(19);
    assertThat(refused.json().getString("type")).isEqualTo("/problems/too-many-requests");
    assertThat(refused.header("Retry-After")).isPresent();
    assertThat(admin.get("/api/properties").status()).as("people go on").isEqualTo(200);
  }

  private static int requestsOfThisMonth(JsonObject health) {
    return health.getJsonArray("requests").getValuesAs(JsonObject.class).stream()
        .findFirst()
        .map(month -> month.getInt("count"))
        .orElse(0);
  }

  @Test
  void operators_see_how_all_companies_are_doing_in_one_list() throws SQLException {
    NewCompany company = NewCompany.in(portal).on(portal, "FREE");
    PortalClient manager = portal.login(company.manager());
    for (int i = 0; i < 40; i++) {
      manager.post(
          "/api/properties", "{\"name\":\"Lot %1$d\",\"street\":\"%1$d Main St\"}".formatted(i));
    }
    manager.get("/api/customer/usage"); // Metered now.
    PortalClient admin = portal.login(company.hire(portal, "ADMIN"));
    Guests.key(admin, List.of("work:read"));
    Guests.Key used = Guests.key(admin, List.of("properties:read"));
    used.client(portal.stranger()).get("/api/properties");
    results(company, "COMPLETED", "2 DAY");
    results(company, "FAILED", "1 DAY");
    results(company, "FAILED", "8 DAY");
    NewCompany quiet = NewCompany.in(portal);

    JsonObject health =
        Soon.find(
            "activity, and all the requests",
            () ->
                Optional.of(health(company))
                    .filter(seen -> seen.containsKey("lastActivityAt"))
                    .filter(seen -> requestsOfThisMonth(seen) > 40));

    assertThat(health.getString("plan")).isEqualTo("FREE");
    assertThat(health.getJsonObject("lastReport").getString("status")).isEqualTo("FAILED");
    assertThat(health.getInt("failedReports")).as("of the last seven days").isEqualTo(1);
    assertThat(health.getJsonArray("nearLimits").toString())
        .isEqualTo("[{\"allowed\":50,\"name\":\"PROPERTIES\",\"plan\":\"FREE\",\"used\":40}]");
    assertThat(health.getJsonObject("integrations").getInt("keys")).isEqualTo(2);
    assertThat(health.getJsonObject("integrations").keySet())
        .contains("lastUsedAt", "nextExpiryAt");
    assertThat(operator.get("/api/platform/customers/" + company.customerId() + "/health").json())
        .isEqualTo(health);
    JsonObject lately = health.getJsonArray("requests").getJsonObject(0);
    assertThat(lately.getString("month")).matches("\\d{4}-\\d{2}");
    JsonObject other = health(quiet);
    assertThat(other.containsKey("lastReport")).isFalse();
    assertThat(other.containsKey("lastActivityAt")).isFalse();
    assertThat(other.getJsonObject("integrations").getInt("keys")).isZero();
    assertThat(other.getJsonArray("nearLimits")).isEmpty();
    String ofFree = "/api/platform/customers/health?plan=FREE&q=";
    assertThat(operator.get(ofFree + company.customerId()).items()).hasSize(1);
    assertThat(operator.get(ofFree.replace("FREE", "PRO") + company.customerId()).items())
        .isEmpty();
    Answer page = operator.get("/api/platform/customers/health?limit=2");
    assertThat(page.items()).hasSize(2);
    assertThat(page.json().containsKey("nextCursor")).isTrue();
  }

  /** In the list of all, found by the id. */
  private JsonObject health(NewCompany company) {
    return operator.get("/api/platform/customers/health?q=" + company.customerId()).items().get(0);
  }

  private void results(NewCompany company, String status, String ago) throws SQLException {
    String night = UUID.randomUUID().toString();
    try (Connection connection = portal.database();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO report_night (id, kind, as_of, status, customer_id, customers, started_at,"
              + " ended_at) VALUES (UNHEX(REPLACE('%s', '-', '')), 'MANUAL', UTC_TIMESTAMP(6),"
                  .formatted(night)
              + " 'COMPLETED', '%s', 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
                  .formatted(company.customerId()));
      statement.execute(
          "INSERT INTO report_result (night_id, customer_id, status, attempts, ended_at) VALUES"
              + " (UNHEX(REPLACE('%s', '-', '')), '%s', '%s', 1, UTC_TIMESTAMP(6) - INTERVAL %s)"
                  .formatted(night, company.customerId(), status, ago));
    }
  }

  private JsonObject usage(NewCompany company) {
    return operator.get("/api/platform/customers/" + company.customerId() + "/usage").json();
  }

  private static JsonObject limit(JsonObject usage, String name) {
    return usage.getJsonArray("limits").getValuesAs(JsonObject.class).stream()
        .filter(limit -> limit.getString("limit").equals(name))
        .findFirst()
        .orElseThrow();
  }
}
