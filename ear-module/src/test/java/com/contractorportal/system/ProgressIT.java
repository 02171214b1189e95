package com.contractorportal.system;

import static com.contractorportal.system.Storm.assertProblem;
import static com.contractorportal.system.Storm.change;
import static com.contractorportal.system.Storm.log;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
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
