package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every change of plans is in the trail, with what was before and after, for the admin to see. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {

  private PortalClient manager;
  private PortalClient admin;
  private String adminMember;

  @BeforeAll
  void a_company(PortalSystem portal) {
    NewCompany company = NewCompany.in(portal);
    manager = portal.login(company.manager());
    NewCompany.Hired hired = company.hired(portal, "ADMIN");
    admin = portal.login(hired.email());
    adminMember = hired.memberId();
  }

  @Test
  void routes_tell_every_change() {
    String one =
        create("/api/properties", "{\"name\":\"One\",\"street\":\"A\",\"kind\":\"OTHER\"}")
            .createdId();
    String two =
        create("/api/properties", "{\"name\":\"Two\",\"street\":\"B\",\"kind\":\"OTHER\"}")
            .createdId();
    Answer route = create("/api/routes", "{\"name\":\"Old\",\"stops\":[\"" + one + "\"]}");
    String path = route.location();
    Answer renamed =
        manager.put(path, "{\"name\":\"New\",\"stops\":[\"" + one + "\"]}", route.etag());
    Answer led =
        manager.put(
            path + "/stops", "{\"stops\":[\"" + one + "\",\"" + two + "\"]}", renamed.etag());
    Answer moved =
        manager.post(
            path + "/stops/move",
            "{\"propertyId\":\"" + two + "\",\"position\":0}",
            "If-Match",
            led.etag());
    String property = "/api/properties/" + one;
    assertThat(manager.delete(property, manager.get(property).etag()).status()).isEqualTo(204);
    assertThat(manager.delete(path, manager.get(path).etag()).status()).isEqualTo(204);
    assertThat(moved.status()).isEqualTo(200);

    List<JsonObject> entries = trail("route", route.createdId());

    assertThat(entries)
        .extracting(it -> it.getString("action"))
        .containsExactly("delete", "property-left", "move-stop", "lead", "update", "create");
    assertThat(entries.get(4).getJsonObject("before").getString("name")).isEqualTo("Old");
    assertThat(entries.get(4).getJsonObject("after").getString("name")).isEqualTo("New");
    assertThat(stops(entries.get(2), "before")).containsExactly("One", "Two");
    assertThat(stops(entries.get(2), "after")).containsExactly("Two", "One");
    assertThat(stops(entries.get(1), "after")).containsExactly("Two");
    assertThat(entries.get(0).containsKey("after")).isFalse();
    assertThat(entries.get(5).containsKey("before")).isFalse();
    assertThat(entries).allMatch(it -> it.containsKey("actorId") && it.containsKey("requestId"));
  }

  @Test
  void rates_tell_every_change() {
    Answer rate = create("/api/equipment-rates", rate("100"));
    Answer changed = manager.put(rate.location(), rate("110.5"), rate.etag());
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().getString("validFrom")).isEqualTo("2026-01-01");
    assertThat(manager.get(rate.location()).json().getString("validFrom")).isEqualTo("2026-01-01");
    assertThat(manager.post("/api/equipment-rates", rate("1")).json().getString("type"))
        .isEqualTo("/problems/rates-overlap");
    manager.delete(rate.location(), changed.etag());

    List<JsonObject> entries = trail("equipment%20rate", rate.createdId());

    assertThat(entries)
        .extracting(it -> it.getString("action"))
        .containsExactly("delete", "update", "create");
    assertThat(number(entries.get(1), "before")).isEqualByComparingTo("100");
    assertThat(number(entries.get(1), "after")).isEqualByComparingTo("110.5");
  }

  @Test
  void the_weather_tells_every_change() {
    for (String snow : List.of("1", "2")) {
      Answer done =
          manager.send(
              "POST",
              "/api/weather/imports?latitude=44&longitude=-7" + snow,
              "text/csv",
              "place,date,snowfall\nTrail,2026-01-05," + snow + "\n");
      assertThat(done.status()).as(done.toString()).isEqualTo(200);
    }

    for (String entity : List.of("weather%20observation", "weather%20place")) {
      List<JsonObject> entries = admin.get("/api/audit?entity=" + entity).items();
      assertThat(entries)
          .extracting(it -> it.getString("action"))
          .containsExactly("update", "create");
      assertThat(entries.get(0).getJsonObject("before"))
          .isNotEqualTo(entries.get(0).getJsonObject("after"));
    }
  }

  @Test
  void events_and_properties_tell_every_change() {
    Answer event =
        create(
            "/api/winter-events",
            "{\"name\":\"Storm\",\"kind\":\"SNOW\",\"startsAt\":\"2026-01-05T10:00:00Z\"}");
    for (String verb : List.of("activate", "close")) {
      String etag = manager.get(event.location()).etag();
      assertThat(
              manager
                  .send("POST", event.location() + "/" + verb, null, "", "If-Match", etag)
                  .status())
          .isEqualTo(200);
    }
    List<JsonObject> entries = trail("winter%20event", event.createdId());
    assertThat(entries)
        .extracting(it -> it.getString("action"))
        .containsExactly("close", "activate", "create");
    assertThat(entries.get(1).getJsonObject("before").getString("status")).isEqualTo("PLANNED");
    assertThat(entries.get(1).getJsonObject("after").getString("status")).isEqualTo("ACTIVE");

    Answer property =
        create("/api/properties", "{\"name\":\"P\",\"street\":\"A\",\"kind\":\"OTHER\"}");
    manager.put(
        property.location(),
        "{\"name\":\"Q\",\"street\":\"A\",\"kind\":\"OTHER\"}",
        property.etag());
    assertThat(trail("property", property.createdId()))
        .extracting(it -> it.getString("action"))
        .containsExactly("update", "create");
  }

  @Test
  void pages_go_from_new_to_old_and_filters_hold() {
    for (int i = 0; i < 5; i++) {
      create("/api/properties", "{\"name\":\"P" + i + "\",\"street\":\"A\",\"kind\":\"OTHER\"}");
    }
    List<JsonObject> all = new ArrayList<>();
    String cursor = "";
    JsonObject page;
    do {
      page = admin.get("/api/audit?action=create&entity=property&limit=2" + cursor).json();
      all.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
      cursor = "&cursor=" + page.getString("nextCursor", "");
    } while (page.containsKey("nextCursor"));

    assertThat(all).hasSizeGreaterThanOrEqualTo(5);
    assertThat(all).allMatch(it -> it.getString("action").equals("create"));
    assertThat(all).allMatch(it -> it.getString("entity").equals("property"));
    assertThat(all)
        .extracting(it -> it.getString("at"))
        .isSortedAccordingTo((a, b) -> Instant.parse(b).compareTo(Instant.parse(a)));
    String actor = all.get(0).getString("actorId");
    String at = all.get(0).getString("at");
    assertThat(admin.get("/api/audit?actorId=" + actor + "&from=" + at).items()).isNotEmpty();
    assertThat(admin.get("/api/audit?entity=property&to=2020-01-01T00:00:00Z").items()).isEmpty();
    assertThat(admin.get("/api/audit?entityId=" + actor).status()).isEqualTo(400);
    assertThat(admin.get("/api/audit?actorId=me").status()).isEqualTo(400);
    assertThat(manager.get("/api/audit").status()).isEqualTo(403);
  }

  @Test
  void who_did_it_is_told_as_a_member_and_never_as_an_account() {
    Answer made =
        admin.post("/api/properties", "{\"name\":\"Mine\",\"street\":\"A\",\"kind\":\"OTHER\"}");
    String account = admin.signIn().getJsonObject("account").getString("id");

    Answer mine = admin.get("/api/audit?actorId=" + adminMember);

    assertThat(mine.items())
        .isNotEmpty()
        .allMatch(it -> it.getString("actorId").equals(adminMember))
        .anyMatch(it -> it.getString("entityId").equals(made.createdId()));
    assertThat(admin.get("/api/audit?limit=200").body()).doesNotContain(account);
    assertThat(admin.get("/api/audit?actorId=" + account).items()).isEmpty();
  }

  @Test
  void who_took_properties_or_logs_away_is_told_and_which() {
    assertThat(manager.get("/api/properties/export?city=Barre").status()).isEqualTo(200);
    assertThat(manager.get("/api/work-logs/export?status=APPROVED").status()).isEqualTo(200);

    List<JsonObject> properties =
        admin.get("/api/audit?action=download&entity=property%20export").items();
    List<JsonObject> logs =
        admin.get("/api/audit?action=download&entity=work%20log%20export").items();

    assertThat(properties).hasSize(1);
    assertThat(filter(properties.get(0)).getString("city")).isEqualTo("Barre");
    assertThat(logs).hasSize(1);
    assertThat(filter(logs.get(0)).getString("status")).isEqualTo("APPROVED");
  }

  private static JsonObject filter(JsonObject entry) {
    return entry.getJsonObject("after").getJsonObject("filter");
  }

  @Test
  void the_trail_holds_no_secrets(PortalSystem portal) {
    PortalClient other = portal.login("admin@massachusetts.example");
    String cursor = "";
    JsonObject page;
    do {
      Answer answer = other.get("/api/audit?limit=200" + cursor);
      assertThat(answer.body().toLowerCase(Locale.ROOT))
          .doesNotContain("\"password", "hash\"", "\"token", "argon2");
      page = answer.json();
      cursor = "&cursor=" + page.getString("nextCursor", "");
    } while (page.containsKey("nextCursor"));
  }

  private Answer create(String path, String body) {
    Answer created = manager.post(path, body);
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    return created;
  }

  private List<JsonObject> trail(String entity, String id) {
    Answer answer = admin.get("/api/audit?entity=" + entity + "&entityId=" + id);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.items();
  }

  private static List<String> stops(JsonObject entry, String when) {
    return entry.getJsonObject(when).getJsonArray("stops").getValuesAs(JsonObject.class).stream()
        .map(stop -> stop.getString("name"))
        .toList();
  }

  private static BigDecimal number(JsonObject entry, String when) {
    return entry.getJsonObject(when).getJsonNumber("hourlyRate").bigDecimalValue();
  }

  private static String rate(String amount) {
    return "{\"equipment\":\"Loader\",\"hourlyRate\":"
        + amount
        + ",\"currency\":\"USD\",\"validFrom\":\"2026-01-01\"}";
  }

  @Test
  void an_entry_that_an_administrator_of_the_database_altered_is_named(
      PortalSystem portal, @TempDir Path folder) throws Exception {
    NewCompany victim = NewCompany.in(portal);
    PortalClient owner = portal.login(victim.hire(portal, "ADMIN"));
    PortalClient office = portal.login(victim.manager());
    List<String> properties = new ArrayList<>();
    for (String name : List.of("One", "Two", "Three")) {
      Answer created =
          office.post(
              "/api/properties", "{\"name\":\"" + name + "\",\"street\":\"A\",\"kind\":\"OTHER\"}");
      properties.add(created.createdId());
    }
    JsonObject before =
        Soon.find(
            "three sealed entries",
            () ->
                Optional.of(owner.get("/api/audit/verify").json())
                    .filter(it -> it.getInt("waiting") == 0 && it.getInt("entries") >= 3));
    assertThat(before.getBoolean("intact")).as(before.toString()).isTrue();
    Answer export = owner.get("/api/audit/export");
    assertThat(export.status()).as(export.toString()).isEqualTo(200);
    Path trail = Files.writeString(folder.resolve("trail.ndjson"), export.body());
    assertThat(offline(trail)).startsWith("0 Intact: ").contains(before.getString("head"));
    assertThat(office.get("/api/audit/verify").status()).isEqualTo(403);

    String entry =
        owner
            .get("/api/audit?entity=property&entityId=" + properties.get(1))
            .items()
            .get(0)
            .getString("id");
    try (Connection administrator = portal.database();
        Statement statement = administrator.createStatement()) {
      statement.executeUpdate(
          "UPDATE audit_entry SET after_state = REPLACE(after_state, 'Two', 'Too')"
              + " WHERE id = UNHEX(REPLACE('%s', '-', ''))".formatted(entry));
    }

    JsonObject after = owner.get("/api/audit/verify").json();
    assertThat(after.getBoolean("intact")).isFalse();
    assertThat(after.getJsonObject("firstBroken").getString("entryId")).isEqualTo(entry);
    assertThat(after.getJsonObject("firstBroken").getString("kind")).isEqualTo("ENTRY_CHANGED");
    Files.writeString(trail, owner.get("/api/audit/export").body());
    assertThat(offline(trail)).startsWith("1 Broken at link ").contains(entry);
    Files.writeString(trail, export.body().lines().skip(1).collect(Collectors.joining("\n")));
    assertThat(offline(trail)).startsWith("1 Broken at link 1");
    for (String nothing : List.of("", "{\"title\":\"Not found\"}\n", "no trail")) {
      Files.writeString(trail, nothing);
      assertThat(offline(trail)).startsWith("2 This is no trail");
    }
    assertThat(admin.get("/api/audit/verify").json().getBoolean("intact")).isTrue();
  }

  /** What the script of the release says, after its exit status. */
  private static String offline(Path trail) throws Exception {
    Process script =
        new ProcessBuilder("target/portal/bin/verify-audit", trail.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return script.waitFor() + " " + said;
  }
}
