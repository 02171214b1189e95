package com.contractorportal.system;

import static com.contractorportal.system.Storm.assertProblem;
import static com.contractorportal.system.Storm.change;
import static com.contractorportal.system.Storm.log;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far the work for an event is, counted by hand. */
@ExtendWith(PortalExtension.class)
class ProgressIT {

  @Test
  void progress_counts_properties_routes_members_time_and_material(PortalSystem portal) {
    Storm storm = Storm.in(portal);
    String done = storm.property("Done");
    String open = storm.property("Open");
    String both = storm.property("Done and open");
    String untouched = storm.property("Untouched");
    String rejected = storm.property("Rejected");
    String alone = storm.property("On no route");
    String archived = storm.property("Archived since");
    storm.route("North", storm.crewMember, done, open, untouched);
    storm.route("South", storm.otherMember, both, rejected, done);
    storm.route("Without stops", null);
    String event = storm.activeEvent(Duration.ofHours(12));
    assertThat(progress(storm, event).getJsonObject("properties").toString())
        .isEqualTo("{\"done\":0,\"open\":0,\"total\":7,\"untouched\":7}");

    String salt = ",\"material\":\"Salt\",\"materialQuantity\":%s,\"materialUnit\":\"KG\"";
    post(storm, storm.crew, log(event, done, times(3, 2) + salt.formatted("10.5")));
    String wrong = post(storm, storm.crew, log(event, done, times(9, 3) + salt.formatted("99")));
    post(storm, storm.crew, log(event, open, ""));
    post(storm, storm.otherCrew, log(event, both, times(4, 2) + salt.formatted("4.5")));
    post(storm, storm.otherCrew, log(event, both, ""));
    String bad =
        post(storm, storm.otherCrew, log(event, rejected, times(8, 1) + salt.formatted("7")));
    post(storm, storm.manager, log(event, alone, times(2, 1)));
    post(storm, storm.manager, log(event, archived, times(2, 1)));
    change(storm.manager, bad, "reject", "{\"reason\":\"Nobody was there.\"}");
    change(storm.manager, wrong, "approve");
    String right =
        change(storm.manager, wrong, "correct", "{\"work\":\"PLOW\"" + times(6, 5) + "}")
            .location();
    change(storm.manager, right, "approve");
    archive(storm, archived);

    JsonObject progress = progress(storm, event);

    assertThat(progress.getJsonObject("event").getString("status")).isEqualTo("ACTIVE");
    assertThat(progress.getJsonObject("properties").toString())
        .isEqualTo("{\"done\":3,\"open\":2,\"total\":7,\"untouched\":2}");
    assertThat(routes(progress))
        .containsExactly("North 1 1 1", "South 1 1 1", "Without stops 0 0 0", "null 2 0 0");
    assertThat(members(progress))
        .containsExactly("Casey Crew 3 1 120", "Mo Manager 2 0 120", "Olli Other 3 1 120");
    assertThat(progress.getInt("minutes")).isEqualTo(360);
    assertThat(progress.getJsonArray("material").toString())
        .isEqualTo("[{\"material\":\"Salt\",\"quantity\":15.00,\"unit\":\"KG\"}]");
    assertThat(progress.getJsonObject("logs").toString())
        .isEqualTo("{\"approved\":1,\"completed\":4,\"open\":2,\"rejected\":1}");
  }

  @Test
  void crews_do_not_see_how_far_others_are(PortalSystem portal) {
    Storm storm = Storm.in(portal);
    String event = storm.plannedEvent();

    assertProblem(storm.crew.get(event + "/progress"), 403, "forbidden");
    assertThat(storm.viewer.get(event + "/progress").status()).isEqualTo(200);
    assertProblem(
        storm.manager.get("/api/winter-events/" + UUID.randomUUID() + "/progress"),
        404,
        "not-found");
  }

  @Test
  void properties_of_an_event_stand_as_their_logs_do(PortalSystem portal) {
    Storm storm = Storm.in(portal);
    String done = storm.property("Done");
    String open = storm.property("Open");
    String problem = storm.property("Problem");
    String untouched = storm.property("Untouched");
    String archived = storm.property("Archived");
    String archivedSince = storm.property("Archived since");
    String north = storm.route("North", storm.crewMember, done, open, untouched);
    String south = storm.route("South", storm.otherMember, problem, done);
    String event = storm.activeEvent(Duration.ofHours(12));
    String other = storm.activeEvent(Duration.ofHours(12));
    post(storm, storm.crew, log(event, done, times(3, 2)));
    post(storm, storm.crew, log(event, open, times(9, 8)));
    post(storm, storm.crew, log(event, open, ""));
    post(storm, storm.otherCrew, log(event, problem, times(4, 3)));
    String bad = post(storm, storm.otherCrew, log(event, problem, times(8, 1)));
    change(storm.manager, bad, "reject", "{\"reason\":\"Nobody was there.\"}");
    post(storm, storm.manager, log(event, archivedSince, times(2, 1)));
    post(storm, storm.manager, log(other, untouched, times(2, 1)));
    archive(storm, archived);
    archive(storm, archivedSince);
    String list = event + "/properties";

    assertThat(states(storm, list))
        .containsExactly(
            "A DONE 1 0 []",
            "Done DONE 1 0 [%s, %s]".formatted(north, south),
            "Open OPEN 2 1 [%s]".formatted(north),
            "Problem PROBLEM 2 0 [%s]".formatted(south),
            "Untouched UNTOUCHED 0 0 [%s]".formatted(north));
    assertThat(states(storm, other + "/properties"))
        .contains("Done UNTOUCHED 0 0 [%s, %s]".formatted(north, south));
    for (String state : List.of("DONE", "OPEN", "PROBLEM", "UNTOUCHED")) {
      assertThat(states(storm, list + "?state=" + state))
          .isNotEmpty()
          .allMatch(each -> each.contains(" " + state + " "));
    }
    assertThat(states(storm, list + "?state=DONE")).hasSize(2);
    assertThat(names(storm, list + "?route=" + south)).containsExactly("Done", "Problem");
    assertThat(names(storm, list + "?member=" + storm.otherMember))
        .containsExactly("Done", "Problem");
    assertThat(names(storm, list + "?member=" + storm.managerMember)).containsExactly("A");
    Answer page = storm.viewer.get(list + "?limit=2&total=true");
    assertThat(page.json().getInt("total")).isEqualTo(5);
    assertThat(names(storm, list + "?limit=9&cursor=" + page.json().getString("nextCursor")))
        .containsExactly("Open", "Problem", "Untouched");

    change(storm.otherCrew, bad, "complete");

    assertThat(states(storm, list)).contains("Problem DONE 2 0 [%s]".formatted(south));
    assertProblem(storm.crew.get(list), 403, "forbidden");
    assertProblem(
        storm.manager.get("/api/winter-events/" + UUID.randomUUID() + "/properties"),
        404,
        "not-found");
  }

  @Test
  void a_season_sums_the_work_of_each_of_its_events(PortalSystem portal) {
    Storm storm = Storm.in(portal);
    String property = storm.property("Somewhere");
    storm.route("North", storm.crewMember, property);
    storm.route("South", storm.otherMember, property);
    String first = storm.activeEvent(Duration.ofHours(12));
    String second = storm.activeEvent(Duration.ofHours(11));
    String salt = ",\"material\":\"Salt\",\"materialQuantity\":%s,\"materialUnit\":\"KG\"";
    post(storm, storm.crew, log(first, property, times(9, 8) + salt.formatted("2.5")));
    post(storm, storm.crew, log(first, property, times(7, 5) + salt.formatted("4")));
    String bad = post(storm, storm.otherCrew, log(first, property, times(4, 3)));
    change(storm.manager, bad, "reject", "{\"reason\":\"Nobody was there.\"}");
    post(storm, storm.crew, log(second, property, ""));

    JsonObject season = storm.viewer.get("/api/season").json();

    assertThat(season.getString("start")).isLessThan(Instant.now().toString());
    List<JsonObject> events = season.getJsonArray("events").getValuesAs(JsonObject.class);
    assertThat(events).hasSize(2);
    JsonObject early = events.get(1);
    assertThat(first).endsWith(early.getString("id"));
    assertThat(early.getInt("minutes")).isEqualTo(180);
    assertThat(early.getJsonObject("logs").toString())
        .isEqualTo("{\"approved\":0,\"completed\":2,\"open\":0,\"rejected\":1}");
    assertThat(early.getJsonArray("material").toString())
        .isEqualTo("[{\"material\":\"Salt\",\"quantity\":6.50,\"unit\":\"KG\"}]");
    assertThat(events.get(0).getJsonObject("logs").getInt("open")).isEqualTo(1);
    assertThat(storm.manager.get("/api/season?year=2010").json().getJsonArray("events").isEmpty())
        .isTrue();
    assertProblem(storm.manager.get("/api/season?year=1"), 400, "validation-failed");
    assertProblem(storm.crew.get("/api/season"), 403, "forbidden");
  }

  private static List<String> states(Storm storm, String list) {
    return storm.manager.get(list).items().stream()
        .map(
            each ->
                "%s %s %d %d %s"
                    .formatted(
                        each.getString("name"),
                        each.getString("state"),
                        each.getInt("logs"),
                        each.getInt("open"),
                        each.getJsonArray("routeIds").getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .toList()))
        .toList();
  }

  private static List<String> names(Storm storm, String list) {
    return storm.manager.get(list).items().stream().map(each -> each.getString("name")).toList();
  }

  private static void archive(Storm storm, String property) {
    String path = "/api/properties/" + property;
    Answer archived =
        storm.manager.put(
            path,
            "{\"name\":\"A\",\"street\":\"B\",\"kind\":\"OTHER\",\"status\":\"ARCHIVED\"}",
            storm.manager.get(path).etag());
    assertThat(archived.status()).as(archived.toString()).isEqualTo(200);
  }

  private static JsonObject progress(Storm storm, String event) {
    Answer answer = storm.manager.get(event + "/progress");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> routes(JsonObject progress) {
    return progress.getJsonArray("routes").getValuesAs(JsonObject.class).stream()
        .map(
            route ->
                "%s %d %d %d"
                    .formatted(
                        route.getString("name", "null"),
                        route.getInt("done"),
                        route.getInt("open"),
                        route.getInt("untouched")))
        .toList();
  }

  private static List<String> members(JsonObject progress) {
    return progress.getJsonArray("members").getValuesAs(JsonObject.class).stream()
        .map(
            member ->
                "%s %d %d %d"
                    .formatted(
                        member.getString("name"),
                        member.getInt("logs"),
                        member.getInt("open"),
                        member.getInt("minutes")))
        .toList();
  }

  private static String post(Storm storm, PortalClient who, String log) {
    PortalClient asked = log.contains("memberId") ? storm.manager : who;
    Answer answer = asked.post("/api/work-logs", log);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.location();
  }

  private static String times(int startedAgo, int endedAgo) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return ",\"startedAt\":\"%s\",\"endedAt\":\"%s\""
        .formatted(now.minus(startedAgo, ChronoUnit.HOURS), now.minus(endedAgo, ChronoUnit.HOURS));
  }
}
