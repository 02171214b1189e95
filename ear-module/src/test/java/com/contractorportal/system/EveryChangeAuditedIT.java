package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation that changes something of a company leaves an entry in its trail, with what was
 * before and after. {@code access.csv} says which operations there are: one that is neither carried
 * out here nor excused by name fails the build.
 */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryChangeAuditedIT {

  private static final Set<String> COMPANY = Set.of("ADMIN", "MANAGER", "CONTRACTOR", "VIEWER");

  /** What changes nothing of the company, and why. */
  private static final Map<String, String> EXCUSED =
      Map.ofEntries(
          Map.entry("POST /api/auth/login", "is of accounts: it stands in the platform's trail"),
          Map.entry("POST /api/auth/refresh", "is of sessions, and no decision of anybody's"),
          Map.entry("POST /api/auth/logout", "is of accounts"),
          Map.entry("POST /api/auth/switch", "is of accounts"),
          Map.entry("POST /api/auth/password", "is of accounts"),
          Map.entry("POST /api/auth/password-resets", "is of accounts"),
          Map.entry("POST /api/auth/password-resets/{token}", "is of accounts"),
          Map.entry("POST /api/auth/oidc/start", "changes nothing"),
          Map.entry("POST /api/auth/oidc/session", "is of accounts"),
          Map.entry("POST /api/auth/second-factor", "is of accounts"),
          Map.entry("POST /api/auth/second-factor/enrolment", "is of accounts"),
          Map.entry("POST /api/auth/second-factor/confirmation", "is of accounts"),
          Map.entry("POST /api/auth/second-factor/recovery-codes", "is of accounts"),
          Map.entry("POST /api/auth/second-factor/removal", "is of accounts"),
          Map.entry("DELETE /api/auth/sessions/{id}", "is of accounts"),
          Map.entry("POST /api/oauth/token", "is a key's way to log in"),
          Map.entry("POST /api/tickets", "is reading, and nothing is kept"),
          Map.entry(
              "POST /api/report-runs/{id}/files/{name}/ticket",
              "is reading; the download is in the trail"),
          Map.entry(
              "POST /api/report-runs/{id}/archive/ticket",
              "is reading; the download is in the trail"),
          Map.entry("POST /api/notifications/{id}/read", "is one person's own mark"),
          Map.entry("POST /api/notifications/read-all", "is one person's own mark"));

  /** Whoever is asked to come again stays what they were: what is new is a secret. */
  private static final String WITHOUT_DIFFERENCE = "POST /api/members/{id}/invitation";

  private final AccessTable table = AccessTable.read();

  /** Each makes what it needs and then does the one thing. */
  private final Map<String, Supplier<Answer>> changes = new LinkedHashMap<>();

  private PortalSystem portal;
  private PortalClient admin;
  private String crew;
  private String otherCrew;

  @BeforeAll
  void an_admin_who_does_everything(PortalSystem running) {
    portal = running;
    NewCompany company = NewCompany.in(portal);
    admin = portal.login(company.hire(portal, "ADMIN"));
    crew = company.hired(portal, "CONTRACTOR").memberId();
    otherCrew = company.hired(portal, "CONTRACTOR").memberId();

    properties();
    routesAndRates();
    events();
    logs();
    reports();
    people();
    guests(company.customerId());
  }

  @Test
  void every_operation_that_changes_something_is_tried_or_excused() {
    Set<String> known = new TreeSet<>(changes.keySet());
    known.addAll(EXCUSED.keySet());

    assertThat(known).isEqualTo(changing());
    assertThat(changes).doesNotContainKeys(EXCUSED.keySet().toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> the_trail_tells() {
    return changes.keySet().stream()
        .map(operation -> DynamicTest.dynamicTest(operation, () -> tellsOf(operation)));
  }

  private void tellsOf(String operation) {
    Answer done = changes.get(operation).get();
    assertThat(done.status()).as(done.toString()).isBetween(200, 299);
    String request = done.header("X-Request-Id").orElseThrow();

    List<JsonObject> entries =
        admin.get("/api/audit?limit=200").items().stream()
            .filter(entry -> entry.getString("requestId", "").equals(request))
            .toList();

    assertThat(entries).as("entries of %s", operation).isNotEmpty();
    assertThat(entries)
        .allSatisfy(
            entry -> {
              JsonObject before = entry.getJsonObject("before");
              JsonObject after = entry.getJsonObject("after");
              boolean creates =
                  operation.startsWith("POST ") && entry.getString("action").equals("create");
              boolean deletes =
                  operation.startsWith("DELETE ") && entry.getString("action").equals("delete");
              assertThat(creates || before != null).as("before: %s", entry).isTrue();
              assertThat(deletes || after != null).as("after: %s", entry).isTrue();
              if (!operation.equals(WITHOUT_DIFFERENCE)) {
                assertThat(after).isNotEqualTo(before);
              }
            });
  }

  /** Whatever is not asked with GET, by somebody of a company or by everybody. */
  private Set<String> changing() {
    return table.operations().stream()
        .filter(operation -> !operation.startsWith("GET "))
        .filter(operation -> COMPANY.stream().anyMatch(role -> table.allows(operation, role)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void properties() {
    String path = "/api/properties";
    changes.put("POST " + path, () -> admin.post(path, property("A")));
    changes.put("PUT " + path + "/{id}", () -> put(created(path, property("A")), property("B")));
    changes.put("DELETE " + path + "/{id}", () -> delete(created(path, property("A"))));
    changes.put(
        "POST " + path + "/{id}/restore",
        () -> {
          String gone = created(path, property("A"));
          delete(gone);
          return admin.post(gone + "/restore");
        });
    changes.put("POST " + path + "/{id}/contractors", () -> assign(aProperty(), crew));
    changes.put(
        "DELETE " + path + "/{id}/contractors/{memberId}",
        () -> {
          String served = aProperty();
          assign(served, crew);
          return admin.send(
              "DELETE", "/api/properties/" + served + "/contractors/" + crew, null, "");
        });
    changes.put(
        "PUT " + path + "/{id}/contractors/{memberId}/primary",
        () -> {
          String served = aProperty();
          assign(served, crew);
          assign(served, otherCrew);
          return admin.send(
              "PUT",
              "/api/properties/" + served + "/contractors/" + otherCrew + "/primary",
              null,
              "");
        });
    changes.put(
        "POST " + path + "/imports",
        () ->
            admin.send(
                "POST",
                path + "/imports?fileName=one.csv",
                "text/csv",
                "name,street,latitude,longitude\nDepot,1 Main St,42.1,-72.1\n"));
    String lists = "/api/property-lists";
    changes.put("POST " + lists, () -> admin.post(lists, named("properties")));
    changes.put(
        "PUT " + lists + "/{id}",
        () -> put(created(lists, named("properties")), named("properties")));
    changes.put("DELETE " + lists + "/{id}", () -> delete(created(lists, named("properties"))));
  }

  private void routesAndRates() {
    String path = "/api/routes";
    changes.put("POST " + path, () -> admin.post(path, named("stops")));
    changes.put("PUT " + path + "/{id}", () -> put(created(path, named("stops")), named("stops")));
    changes.put("DELETE " + path + "/{id}", () -> delete(created(path, named("stops"))));
    changes.put("PUT " + path + "/{id}/stops", () -> lead(created(path, named("stops"))));
    changes.put(
        "POST " + path + "/{id}/stops/move",
        () -> {
          String route = created(path, named("stops"));
          JsonObject last = lead(route).json().getJsonArray("stops").getJsonObject(1);
          return act(
              route,
              "stops/move",
              "{\"propertyId\":\"%s\",\"position\":0}".formatted(last.getString("propertyId")));
        });
    String rates = "/api/equipment-rates";
    changes.put("POST " + rates, () -> admin.post(rates, rate("Loader", 100)));
    changes.put(
        "PUT " + rates + "/{id}", () -> put(created(rates, rate("Plow", 100)), rate("Plow", 110)));
    changes.put("DELETE " + rates + "/{id}", () -> delete(created(rates, rate("Truck", 100))));
    changes.put(
        "POST /api/weather/imports",
        () ->
            admin.send(
                "POST",
                "/api/weather/imports?latitude=44&longitude=-72",
                "text/csv",
                "place,date,snowfall\nTrail,2026-01-05,3\n"));
  }

  private void events() {
    String path = "/api/winter-events";
    changes.put("POST " + path, () -> admin.post(path, event("A")));
    changes.put("PUT " + path + "/{id}", () -> put(created(path, event("A")), event("B")));
    changes.put("DELETE " + path + "/{id}", () -> delete(created(path, event("A"))));
    changes.put(
        "POST " + path + "/{id}/activate", () -> act(created(path, event("A")), "activate", ""));
    changes.put("POST " + path + "/{id}/close", () -> act(anActiveEvent(), "close", ""));
    changes.put(
        "POST " + path + "/{id}/cancel", () -> act(created(path, event("A")), "cancel", ""));
    changes.put(
        "POST " + path + "/{id}/check-ins",
        () -> admin.post(anActiveEvent() + "/check-ins", "{\"kind\":\"IN\"}"));
  }

  private void reports() {
    changes.put(
        "POST /api/reports/{kind}/run", () -> admin.post("/api/reports/SEASON_SUMMARY/run", "{}"));
  }

  private void logs() {
    String path = "/api/work-logs";
    changes.put("POST " + path, () -> admin.post(path, log()));
    changes.put(
        "PUT " + path + "/{id}",
        () -> {
          Answer open = admin.post(path, log());
          return put(
              open.location(),
              "{\"work\":\"SALT\",\"startedAt\":\"%s\"}"
                  .formatted(open.json().getString("startedAt")));
        });
    changes.put("POST " + path + "/{id}/complete", () -> act(created(path, log()), "complete", ""));
    changes.put("POST " + path + "/{id}/approve", () -> act(aCompletedLog(), "approve", ""));
    changes.put(
        "POST " + path + "/{id}/reject",
        () -> act(aCompletedLog(), "reject", "{\"reason\":\"no\"}"));
    changes.put(
        "POST " + path + "/{id}/correct",
        () -> {
          String wrong = aCompletedLog();
          JsonObject approved = act(wrong, "approve", "").json();
          return act(
              wrong,
              "correct",
              "{\"work\":\"SALT\",\"startedAt\":\"%s\",\"endedAt\":\"%s\"}"
                  .formatted(approved.getString("startedAt"), approved.getString("endedAt")));
        });
    changes.put("POST " + path + "/{id}/photos", () -> photograph(created(path, log())));
    changes.put(
        "DELETE " + path + "/{id}/photos/{photoId}",
        () -> admin.send("DELETE", photograph(created(path, log())).location(), null, ""));
  }

  private void people() {
    String path = "/api/members";
    changes.put("POST " + path, () -> admin.post(path, person(address())));
    changes.put(
        "PUT " + path + "/{id}",
        () ->
            put(
                created(path, person(address())),
                "{\"displayName\":\"Pat\",\"role\":\"MANAGER\",\"active\":true}"));
    changes.put("DELETE " + path + "/{id}", () -> delete(created(path, person(address()))));
    changes.put(
        WITHOUT_DIFFERENCE, () -> admin.post(created(path, person(address())) + "/invitation"));
    changes.put(
        "POST /api/invitations/{token}/accept",
        () -> {
          String address = address();
          created(path, person(address));
          return portal
              .stranger()
              .post(
                  "/api/invitations/" + new Letters(portal).token(address, 1) + "/accept",
                  "{\"password\":\"frozen gravel under wheels\",\"displayName\":\"Patty\"}");
        });
    String subscription = "/api/report-subscriptions/SEASON_SUMMARY";
    changes.put(
        "PUT /api/report-subscriptions/{kind}",
        () -> {
          admin.send("PUT", subscription, "application/json", "{\"formats\":[\"csv\"]}");
          return admin.send("PUT", subscription, "application/json", "{\"formats\":[\"xlsx\"]}");
        });
    changes.put(
        "DELETE /api/report-subscriptions/{kind}",
        () -> {
          admin.send("PUT", subscription, "application/json", "{\"formats\":[\"csv\"]}");
          return admin.send("DELETE", subscription, null, "");
        });
    changes.put("PUT /api/settings", () -> put("/api/settings", "{\"timeZone\":\"Europe/Oslo\"}"));
    changes.put(
        "PUT /api/customer",
        () ->
            put(
                "/api/customer",
                "{\"units\":\"METRIC\",\"locale\":\"de-AT\",\"timeZone\":\"Europe/Vienna\"}"));
  }

  private void guests(String customerId) {
    PortalClient operator = portal.login("root@portal.example");
    changes.put(
        "POST /api/api-keys",
        () ->
            admin.post(
                "/api/api-keys",
                "{\"name\":\"Scales\",\"scopes\":[\"work:read\"],\"expiresAt\":\"%s\"}"
                    .formatted(Instant.now().plus(1, ChronoUnit.DAYS))));
    changes.put(
        "DELETE /api/api-keys/{id}",
        () ->
            admin.send(
                "DELETE",
                "/api/api-keys/" + Guests.key(admin, List.of("work:read")).id(),
                null,
                ""));
    changes.put(
        "DELETE /api/support-access/{id}",
        () ->
            admin.send(
                "DELETE",
                "/api/support-access/" + Guests.support(operator, customerId, false).id(),
                null,
                ""));
    changes.put(
        "PUT /api/support-setting", () -> put("/api/support-setting", "{\"allowed\":false}"));
    changes.put(
        "PUT /api/customer/second-factor",
        () -> {
          haveASecondFactor();
          return put("/api/customer/second-factor", "{\"required\":true}");
        });
    changes.put(
        "POST /api/data-exports", () -> admin.post("/api/data-exports", "{\"format\":\"zip\"}"));
  }

  /** Whoever requires it of all must have it, to go on. */
  private void haveASecondFactor() {
    Answer enrolment =
        admin.post(
            "/api/auth/second-factor/enrolment",
            "{\"password\":\"" + PortalSystem.PASSWORD + "\"}");
    Authenticator phone = new Authenticator(enrolment.json().getString("secret"));
    Answer confirmed =
        admin.post("/api/auth/second-factor/confirmation", "{\"code\":\"" + phone.now() + "\"}");
    assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
  }

  private String aProperty() {
    return Storm.id(created("/api/properties", property("A")));
  }

  private String anActiveEvent() {
    String event = created("/api/winter-events", event("A"));
    assertThat(act(event, "activate", "").status()).isEqualTo(200);
    return event;
  }

  private String aCompletedLog() {
    String log = created("/api/work-logs", log());
    assertThat(act(log, "complete", "").status()).isEqualTo(200);
    return log;
  }

  private Answer assign(String property, String member) {
    return admin.post(
        "/api/properties/" + property + "/contractors", "{\"memberId\":\"" + member + "\"}");
  }

  /** Over two properties. */
  private Answer lead(String route) {
    return put(
        route + "/stops",
        "{\"stops\":[\"%s\",\"%s\"]}".formatted(aProperty(), aProperty()),
        admin.get(route).etag());
  }

  private Answer photograph(String log) {
    try (InputStream photo = getClass().getResourceAsStream("/photo-with-position.jpg")) {
      return admin.send(
          "POST", log + "/photos", "image/jpeg", BodyPublishers.ofByteArray(photo.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String log() {
    return Storm.log(anActiveEvent(), aProperty(), ",\"memberId\":\"" + crew + "\"");
  }

  private static String property(String name) {
    return "{\"name\":\"%s\",\"street\":\"1 Main St\",\"kind\":\"OTHER\"}".formatted(name);
  }

  /** Something with a name of its own that holds nothing yet. */
  private static String named(String contents) {
    return "{\"name\":\"%s\",\"%s\":[]}".formatted(UUID.randomUUID(), contents);
  }

  private static String rate(String equipment, int amount) {
    return "{\"equipment\":\"%s\",\"hourlyRate\":%d,\"currency\":\"USD\",\"validFrom\":\"2026-01-01\"}"
        .formatted(equipment, amount);
  }

  private static String event(String name) {
    return "{\"name\":\"%s\",\"kind\":\"SNOW\",\"startsAt\":\"%s\"}"
        .formatted(name, Instant.now().minus(1, ChronoUnit.DAYS));
  }

  private static String address() {
    return "new-" + UUID.randomUUID() + "@portal.example";
  }

  private static String person(String address) {
    return "{\"email\":\"%s\",\"displayName\":\"Pat\",\"role\":\"VIEWER\"}".formatted(address);
  }

  private String created(String path, String body) {
    Answer answer = admin.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.location();
  }

  private Answer put(String path, String body) {
    return put(path, body, admin.get(path).etag());
  }

  private Answer put(String path, String body, String etag) {
    return admin.put(path, body, etag);
  }

  private Answer delete(String path) {
    return admin.delete(path, admin.get(path).etag());
  }

  private Answer act(String path, String verb, String body) {
    return Storm.change(admin, path, verb, body);
  }
}
