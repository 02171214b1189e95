package com.contractorportal.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every resource: versions, repeated requests, paging, and how errors are told. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrudRulesIT {

  private static final String PROPERTY =
      "{\"name\":\"Depot %s\",\"street\":\"1 Main St\",\"city\":\"Barre\",\"kind\":\"COMMERCIAL\"}";

  private PortalSystem portal;
  private NewCompany company;
  private PortalClient manager;
  private PortalClient reader;

  @BeforeAll
  void somebody_of_a_new_company_and_somebody_with_much_to_read(PortalSystem running) {
    portal = running;
    company = NewCompany.in(portal);
    manager = portal.login(company.manager());
    reader = portal.login("viewer@massachusetts.example");
  }

  @Test
  void a_change_needs_the_version_that_was_read() {
    Answer created = manager.post("/api/properties", property("A"));
    assertThat(created.status()).isEqualTo(201);
    String path = created.location();
    assertThat(created.json().getString("id")).isEqualTo(created.createdId());
    assertThat(manager.get(path).etag()).isEqualTo(created.etag());

    assertProblem(
        manager.send("PUT", path, "application/json", property("B")), 428, "precondition-required");
    assertProblem(manager.put(path, property("B"), "\"999\""), 412, "stale-version");
    assertProblem(manager.put(path, property("B"), "W/\"0\""), 412, "stale-version");
    String written = "\"0" + created.etag().substring(1);
    assertProblem(manager.put(path, property("B"), written), 412, "stale-version");

    Answer changed = manager.put(path, property("B"), created.etag());
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.etag()).isNotEqualTo(created.etag());
    assertThat(manager.get(path).json().getString("name")).isEqualTo("Depot B");
    assertProblem(manager.put(path, property("C"), created.etag()), 412, "stale-version");

    assertProblem(manager.send("DELETE", path, null, ""), 428, "precondition-required");
    assertProblem(manager.delete(path, created.etag()), 412, "stale-version");
    assertThat(manager.delete(path, changed.etag()).status()).isEqualTo(204);
    assertProblem(manager.get(path), 404, "not-found");
  }

  @Test
  void of_many_changes_upon_one_version_one_is_taken() throws Exception {
    Answer created = manager.post("/api/properties", property("Contended"));

    List<Answer> answers =
        atOnce(8, i -> manager.put(created.location(), property("Contended " + i), created.etag()));

    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 412);
  }

  @Test
  void of_many_deletions_at_once_one_is_done_and_the_others_are_told() throws Exception {
    for (int round = 0; round < 3; round++) {
      Answer created = manager.post("/api/properties", property("Doomed"));

      List<Answer> answers = atOnce(8, i -> manager.delete(created.location(), created.etag()));

      assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
      assertThat(answers).extracting(Answer::status).isSubsetOf(204, 404, 409, 412);
    }
  }

  @Test
  void a_property_deleted_while_routes_are_laid_over_it_is_no_failure() throws Exception {
    for (int round = 0; round < 6; round++) {
      Answer created = manager.post("/api/properties", property("Contested"));

      List<Answer> answers =
          atOnce(
              4,
              i ->
                  i == 0
                      ? manager.delete(created.location(), created.etag())
                      : manager.post("/api/routes", route(created.createdId())));

      assertThat(answers).extracting(Answer::status).isSubsetOf(201, 204, 400, 409, 412);
    }
  }

  @Test
  void an_event_changes_by_verbs_with_a_version() {
    Answer planned =
        manager.post(
            "/api/winter-events",
            "{\"name\":\"Storm\",\"kind\":\"SNOW\",\"startsAt\":\"2026-01-05T10:00:00Z\"}");
    String path = planned.location();

    assertProblem(manager.post(path + "/activate"), 428, "precondition-required");
    Answer active = manager.send("POST", path + "/activate", null, "", "If-Match", planned.etag());
    assertThat(active.json().getString("status")).isEqualTo("ACTIVE");
    assertThat(manager.delete(path, active.etag()).status()).isEqualTo(409);
    Answer closed = manager.send("POST", path + "/close", null, "", "If-Match", active.etag());
    assertThat(closed.json().getString("status")).isEqualTo("CLOSED");
  }

  @Test
  void a_route_keeps_its_stops_in_order() {
    List<String> stops = new ArrayList<>();
    for (String name : List.of("x", "y", "z")) {
      stops.add(manager.post("/api/properties", property("stop " + name)).createdId());
    }
    Answer created = manager.post("/api/routes", route(stops.get(2), stops.get(0), stops.get(1)));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(stops(created)).containsExactly(stops.get(2), stops.get(0), stops.get(1));

    Answer changed =
        manager.put(created.location(), route(stops.get(1), stops.get(2)), created.etag());
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(stops(manager.get(created.location()))).containsExactly(stops.get(1), stops.get(2));

    Answer twice = manager.post("/api/routes", route(stops.get(0), stops.get(0)));
    assertThat(twice.status()).isEqualTo(400);
    assertThat(manager.delete(created.location(), changed.etag()).status()).isEqualTo(204);
  }

  @Test
  void a_repeated_post_creates_once() {
    String key = UUID.randomUUID().toString();
    Answer first = manager.post("/api/properties", property("Once"), "Idempotency-Key", key);
    Answer again = manager.post("/api/properties", property("Once"), "Idempotency-Key", key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.createdId()).isEqualTo(first.createdId());
    assertThat(manager.get("/api/properties?q=Depot%20Once").items()).hasSize(1);
  }

  @Test
  void a_key_serves_one_request_only() {
    String key = UUID.randomUUID().toString();
    manager.post("/api/properties", property("Key"), "Idempotency-Key", key);

    assertProblem(
        manager.post("/api/properties", property("Other"), "Idempotency-Key", key),
        422,
        "idempotency-key-reused");
    assertProblem(
        manager.post("/api/properties", property("Other"), "Idempotency-Key", "with a space"),
        400,
        "validation-failed");
  }

  @Test
  void the_same_post_sent_many_times_at_once_creates_once() throws Exception {
    String key = UUID.randomUUID().toString();

    List<Answer> answers =
        atOnce(
            12, i -> manager.post("/api/properties", property("Twelve"), "Idempotency-Key", key));

    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers).anyMatch(answer -> answer.status() == 201);
    assertThat(
            answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Answer::createdId)
                .distinct())
        .hasSize(1);
    assertThat(manager.get("/api/properties?q=Depot%20Twelve").items()).hasSize(1);
  }

  /** The first has written its key, and has not ended, by the time that the second writes it. */
  @Test
  void a_post_that_is_being_handled_is_refused_until_it_is_done() throws Exception {
    String key = UUID.randomUUID().toString();
    CompletableFuture<Answer> second;
    try (Connection first = portal.database()) {
      first.setAutoCommit(false);
      handle(first, key);
      second =
          CompletableFuture.supplyAsync(
              () -> manager.post("/api/properties", property("Second"), "Idempotency-Key", key));
      Soon.see("the second waits for the first", portal::somebodyWaits);
      first.commit();
    }

    assertProblem(second.get(), 409, "request-in-progress");
    assertThat(manager.get("/api/properties?q=Depot%20Second").items()).isEmpty();
  }

  private void handle(Connection connection, String key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO idempotency_key (customer_id, id, account_id, request_key,"
                + " request_digest, entity_id, created_at)"
                + " SELECT ?, UNHEX(REPLACE(UUID(), '-', '')), id, ?, REPEAT('x', 32), id,"
                + " UTC_TIMESTAMP() FROM account WHERE email = ?")) {
      insert.setString(1, company.customerId());
      insert.setString(2, key);
      insert.setString(3, company.manager());
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"name,7", "-name,7", "createdAt,13", "-createdAt,50", "name,200"})
  void pages_show_every_property_once_in_order(String sort, int limit) {
    List<JsonObject> all = new ArrayList<>();
    String cursor = "";
    JsonObject page;
    do {
      Answer answer = reader.get("/api/properties?limit=" + limit + "&sort=" + sort + cursor);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.items()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(answer.items());
      page = answer.json();
      cursor = "&cursor=" + page.getString("nextCursor", "");
    } while (page.containsKey("nextCursor"));

    int total = reader.get("/api/properties?limit=1&total=true").json().getInt("total");
    assertThat(all).hasSize(total).hasSizeGreaterThan(150);
    assertThat(all.stream().map(item -> item.getString("id")).distinct()).hasSize(total);
    Comparator<String> order = String.CASE_INSENSITIVE_ORDER;
    if (sort.endsWith("createdAt")) {
      assertThat(all)
          .extracting(item -> item.getString("createdAt"))
          .isSortedAccordingTo(
              sort.startsWith("-") ? Comparator.<String>reverseOrder() : Comparator.naturalOrder());
    } else {
      // The database compares as people do; the first letters tell enough here.
      assertThat(all)
          .extracting(item -> item.getString("name").substring(0, 1))
          .isSortedAccordingTo(sort.startsWith("-") ? order.reversed() : order);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/properties?sort=price,sort",
    "/api/properties?limit=0,limit",
    "/api/properties?limit=201,limit",
    "/api/properties?cursor=nonsense,cursor",
    "/api/routes?sort=createdAt,sort",
    "/api/winter-events?sort=id,sort",
    "/api/winter-events?cursor=bm9uc2Vuc2U,cursor",
  })
  void a_list_parameter_that_cannot_be_is_named(String path, String field) {
    Answer answer = reader.get(path);

    assertProblem(answer, 400, "validation-failed");
    assertThat(fields(answer)).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/properties?limit=many",
        "/api/properties?status=BROKEN",
        "/api/properties?kind=CASTLE",
        "/api/winter-events?status=OVER"
      })
  void a_parameter_of_the_wrong_kind_is_a_problem(String path) {
    Answer answer = reader.get(path);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertIsProblem(answer);
  }

  @Test
  void a_cursor_serves_the_order_it_was_made_for_only() {
    String cursor = reader.get("/api/properties?limit=1&sort=name").json().getString("nextCursor");

    Answer answer = reader.get("/api/properties?limit=1&sort=-name&cursor=" + cursor);

    assertProblem(answer, 400, "validation-failed");
    assertThat(fields(answer)).containsExactly("cursor");
  }

  @Test
  void a_cursor_that_a_client_made_up_is_named() {
    String cursor =
        Base64.getUrlEncoder()
            .encodeToString(
                "createdAt\n%s\nnot a time".formatted(UUID.randomUUID()).getBytes(UTF_8));

    Answer answer = reader.get("/api/properties?sort=createdAt&cursor=" + cursor);

    assertProblem(answer, 400, "validation-failed");
    assertThat(fields(answer)).containsExactly("cursor");
  }

  @Test
  void text_is_searched_in_any_letter_case_and_taken_literally() {
    manager.post("/api/properties", property("100% Salt_Barn"));

    assertThat(names("100%25")).containsExactly("Depot 100% Salt_Barn");
    assertThat(names("salt_barn")).containsExactly("Depot 100% Salt_Barn");
    assertThat(names("salt%25barn")).isEmpty();
    assertThat(names("'%20OR%201=1%20--")).isEmpty();
    assertThat(names("no-such-place")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/properties    | {\"street\":\"1 Main St\"}                                      | name",
        "/api/properties    | {\"name\":\" \",\"street\":\"1 Main St\"}                       | name",
        "/api/properties    | {\"name\":\"A\"}                                                | street",
        "/api/properties    | {\"name\":\"A\",\"street\":\"B\",\"latitude\":91,\"longitude\":0} | latitude",
        "/api/properties    | {\"name\":\"A\",\"street\":\"B\",\"latitude\":1,\"longitude\":-181} | longitude",
        "/api/properties    | {\"name\":\"A\",\"street\":\"B\",\"latitude\":1e-5000000,\"longitude\":1} | latitude",
        "/api/properties    | {\"name\":\"A\",\"street\":\"B\",\"latitude\":1,\"longitude\":1e-5000000} | longitude",
        "/api/properties    | {\"name\":\"A\",\"street\":\"B\",\"areaM2\":-1}                 | areaM2",
        "/api/properties    | {\"name\":\"A\",\"street\":\"B\",\"triggerDepthCm\":501}        | triggerDepthCm",
        "/api/routes        | {\"stops\":[]}                                                  | name",
        "/api/winter-events | {\"name\":\"A\",\"startsAt\":\"2026-01-05T10:00:00Z\"}          | kind",
        "/api/winter-events | {\"name\":\"A\",\"kind\":\"ICE\"}                               | startsAt",
        "/api/winter-events | {\"name\":\"A\",\"kind\":\"ICE\",\"startsAt\":\"+12026-01-05T10:00:00Z\"} | startsAt",
        "/api/properties    | {\"name\":\"A\\u0000\",\"street\":\"B\"}                    | name",
        "/api/properties    | {\"name\":\"A\",\"street\":\"B\\nC\"}                       | street",
        "/api/properties    | {\"name\":\"A\",\"street\":\"B\",\"city\":\"C\\u0085D\"}      | city",
        "/api/properties    | {\"name\":\"A\",\"street\":\"B\",\"siteNotes\":\"C\\u0007\"}  | siteNotes",
        "/api/routes        | {\"name\":\"A\\tB\",\"stops\":[]}                         | name",
        "/api/routes        | {\"name\":\"A\",\"vehicle\":\"B\\u001bC\"}                  | vehicle",
        "/api/winter-events | {\"name\":\"A\\u2028B\",\"kind\":\"ICE\",\"startsAt\":\"2026-01-05T10:00:00Z\"} | name",
        "/api/winter-events | {\"name\":\"A\",\"kind\":\"ICE\",\"startsAt\":\"2026-01-05T10:00:00Z\",\"endsAt\":\"+12026-01-05T10:00:00Z\"} | endsAt",
      })
  void a_value_that_cannot_be_is_named_with_a_sentence(String path, String body, String field) {
    Answer answer = manager.post(path, body);

    assertProblem(answer, 400, "validation-failed");
    assertThat(fields(answer)).containsExactly(field);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("message"))
        .endsWith(".");
  }

  @Test
  void notes_have_lines() {
    Answer created =
        manager.post(
            "/api/properties",
            "{\"name\":\"Lines\",\"street\":\"B\",\"siteNotes\":\"gate\\r\\n\\tcode 12\"}");

    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(created.json().getString("siteNotes")).isEqualTo("gate\r\n\tcode 12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "not json",
        "[]",
        "\"text\"",
        "{\"name\":{\"a\":1}}",
        "{\"latitude\":\"north\"}",
        "{\"name\":\"A\",\"street\":\"B\"} and more",
        "{\"name\":\"A\",\"street\":\"B\"}{\"name\":\"C\"}",
        "{\"name\":\"A\",\"street\":\"B\"}}"
      })
  void a_body_that_is_not_what_the_operation_takes_is_a_problem(String body) {
    Answer answer = manager.post("/api/properties", body);

    assertProblem(answer, 400, "malformed-request");
  }

  @Test
  void a_body_nested_without_end_is_a_problem() {
    assertProblem(manager.post("/api/properties", "[".repeat(5_000)), 400, "malformed-request");
  }

  @Test
  void a_body_may_end_in_blanks() {
    assertThat(manager.post("/api/properties", property("Blank") + " \r\n").status())
        .isEqualTo(201);
  }

  @Test
  void a_post_without_a_body_is_a_problem() {
    Answer answer = manager.post("/api/properties", "");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertIsProblem(answer);
  }

  @Test
  void what_http_itself_refuses_is_a_problem_too() {
    assertProblem(
        manager.send("POST", "/api/properties", "text/plain", "name"),
        415,
        "unsupported-media-type");
    assertProblem(manager.get("/api/nothing-here"), 404, "not-found");
    assertProblem(manager.get("/api/properties/not-an-id"), 404, "not-found");
    assertProblem(manager.get("/api/properties/" + UUID.randomUUID()), 404, "not-found");
    assertProblem(
        manager.send("PATCH", "/api/properties", "application/json", "{}"),
        405,
        "method-not-allowed");
    assertProblem(manager.send("DELETE", "/api/properties", null, ""), 405, "method-not-allowed");
    assertProblem(
        manager.get("/api/properties", "Accept", "application/xml"), 406, "not-acceptable");
  }

  @Test
  void a_problem_is_told_in_the_language_of_the_request() {
    Answer created = manager.post("/api/properties", property("Dépôt"));
    String[] french = {"Accept-Language", "fr-CA, en;q=0.5"};

    Answer invalid =
        manager.post(
            "/api/properties", property("X").replace("1 Main St", " ").replace("X", ""), french);
    assertProblem(invalid, 400, "validation-failed");
    assertTold(
        invalid,
        "fr",
        "Validation refusée",
        "Certains champs demandent une autre valeur\u00a0; chacun est nommé, avec ce qui conviendrait.");
    assertThat(invalid.json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("field") + ": " + error.getString("message"))
        .contains("street: Donnez le numéro et la rue.");

    Answer argument = manager.get("/api/properties?sort=colour", french);
    assertThat(argument.json().getString("detail"))
        .startsWith("Triez selon un de\u00a0: ")
        .contains("name")
        .endsWith(", avec un tiret devant pour l’ordre décroissant.");

    String path = "/api/properties/" + UUID.randomUUID();
    assertTold(manager.get(path, french), "fr", "Introuvable", "Cette propriété n’existe pas.");
    assertTold(manager.get(path), "en", "Not found", "There is no such property.");
    assertTold(
        manager.get(path, "Accept-Language", "de"),
        "en",
        "Not found",
        "There is no such property.");
    assertTold(
        manager.send(
            "PUT",
            created.location(),
            "application/json",
            property("B"),
            "If-Match",
            "\"999\"",
            "Accept-Language",
            "fr"),
        "fr",
        "Version dépassée",
        "Quelqu’un d’autre a modifié ceci depuis que vous l’avez lu. Relisez-le, puis refaites votre changement.");
    assertTold(
        manager.withToken("no.good.token").get("/api/properties", french),
        "fr",
        "Non authentifié",
        "Ouvrez une session, et envoyez le jeton d’accès avec chaque requête.");
  }

  private static void assertTold(Answer answer, String language, String title, String detail) {
    assertIsProblem(answer);
    assertThat(answer.header("Content-Language")).as(answer.toString()).contains(language);
    assertThat(answer.header("Vary").orElse("")).contains("Accept-Language");
    assertThat(answer.json().getString("title")).isEqualTo(title);
    assertThat(answer.json().getString("detail")).isEqualTo(detail);
  }

  @Test
  void an_answer_names_its_request() {
    Answer refused = manager.get("/api/properties/" + UUID.randomUUID());

    assertThat(refused.json().getString("requestId")).isNotBlank();
    assertThat(refused.body()).doesNotContain("Exception", "com.contractorportal", "SELECT");
  }

  private interface Request {
    Answer send(int number);
  }

  private static List<Answer> atOnce(int times, Request request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Callable<Answer>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        all.add(() -> request.send(number));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> names(String q) {
    return manager.get("/api/properties?q=" + q).items().stream()
        .map(item -> item.getString("name"))
        .toList();
  }

  private static String property(String name) {
    return PROPERTY.formatted(name);
  }

  private static String route(String... stops) {
    return "{\"name\":\"Round\",\"stops\":[\"" + String.join("\",\"", stops) + "\"]}";
  }

  private static List<String> stops(Answer route) {
    return route.json().getJsonArray("stops").getValuesAs(JsonObject.class).stream()
        .map(stop -> stop.getString("propertyId"))
        .toList();
  }

  private static List<String> fields(Answer answer) {
    return answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
        .map(error -> error.getString("field"))
        .toList();
  }

  private static void assertProblem(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertIsProblem(answer);
    assertThat(answer.json().getString("type")).isEqualTo("/problems/" + problem);
  }

  private static void assertIsProblem(Answer answer) {
    assertThat(answer.header("Content-Type").orElse(""))
        .as(answer.toString())
        .startsWith("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(answer.status());
  }
}
