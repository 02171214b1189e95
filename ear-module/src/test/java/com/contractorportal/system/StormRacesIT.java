package com.contractorportal.system;

import static com.contractorportal.system.Storm.assertProblem;
import static com.contractorportal.system.Storm.atOnce;
import static com.contractorportal.system.Storm.change;
import static com.contractorportal.system.Storm.id;
import static com.contractorportal.system.Storm.log;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens when several people do at the same moment what only one of them can. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StormRacesIT {

  private static final int ROUNDS = 4;
  private static final String DAY = "{\"work\":\"SALT\",\"startedAt\":\"%s\",\"endedAt\":\"%s\"}";

  private Storm storm;
  private String property;

  @BeforeAll
  void a_company_at_work(PortalSystem portal) {
    storm = Storm.in(portal);
    property = storm.property("Mall");
    storm.route("North", storm.crewMember, property);
  }

  @Test
  void a_log_that_opens_while_its_event_closes_is_seen_or_refused() throws Exception {
    for (int round = 0; round < 2 * ROUNDS; round++) {
      String event = storm.activeEvent(Duration.ofHours(1));
      String etag = storm.manager.get(event).etag();

      List<Answer> answers =
          atOnce(
              3,
              i ->
                  i == 0
                      ? change(storm.manager, event, "close", "", etag)
                      : (i == 1 ? storm.crew : storm.manager)
                          .post("/api/work-logs", log(event, property, "")));

      Answer close = answers.get(0);
      List<Answer> logs = answers.subList(1, 3);
      String status = storm.manager.get(event).json().getString("status");
      long open = openLogs(event).size();
      if (close.status() == 200) {
        assertThat(status).isEqualTo("CLOSED");
        assertThat(open).as("logs that nobody will ever close").isZero();
        assertThat(logs).allSatisfy(log -> assertProblem(log, 409, "event-is-not-active"));
      } else {
        assertProblem(close, 409, "event-has-open-logs");
        assertThat(status).isEqualTo("ACTIVE");
        assertThat(open).isPositive();
        assertThat(logs).extracting(Answer::status).containsOnly(201);
      }
      openLogs(event)
          .forEach(
              log -> change(storm.manager, "/api/work-logs/" + log.getString("id"), "complete"));
    }
  }

  @Test
  void of_many_completions_at_once_one_is_taken() throws Exception {
    String event = storm.activeEvent(Duration.ofHours(1));
    for (int round = 0; round < ROUNDS; round++) {
      Answer open = storm.crew.post("/api/work-logs", log(event, property, ""));

      List<Answer> answers =
          atOnce(
              6,
              i ->
                  change(
                      i % 2 == 0 ? storm.crew : storm.manager,
                      open.location(),
                      "complete",
                      "{\"passes\":" + (i + 1) + "}",
                      open.etag()));

      assertOneTaken(answers, 200);
      assertThat(
              storm.number(
                  "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND action = 'complete'"
                      + " AND entity_id = '"
                      + open.createdId()
                      + "'"))
          .isEqualTo(1);
    }
  }

  @Test
  void a_completion_sent_again_and_again_under_its_key_is_acknowledged() throws Exception {
    String event = storm.activeEvent(Duration.ofHours(1));
    Answer open = storm.crew.post("/api/work-logs", log(event, property, ""));
    String key = UUID.randomUUID().toString();

    List<Answer> answers =
        atOnce(
            6,
            i ->
                storm.crew.post(
                    open.location() + "/complete",
                    "{}",
                    "If-Match",
                    open.etag(),
                    "Idempotency-Key",
                    key));

    assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 409, 412);
    Answer later =
        storm.crew.post(
            open.location() + "/complete", "{}", "If-Match", open.etag(), "Idempotency-Key", key);
    assertThat(later.status()).as(later.toString()).isEqualTo(200);
  }

  @Test
  void an_approval_and_an_edit_at_once_leave_one_of_the_two() throws Exception {
    String event = storm.activeEvent(Duration.ofHours(5));
    for (int round = 0; round < ROUNDS; round++) {
      Answer done = completed(event);

      List<Answer> answers =
          atOnce(
              4,
              i ->
                  i % 2 == 0
                      ? change(storm.manager, done.location(), "approve", "", done.etag())
                      : storm.manager.put(done.location(), day(4, 3), done.etag()));

      Answer won = assertOneTaken(answers, 200);
      JsonObject now = storm.manager.get(done.location()).json();
      assertThat(now).isEqualTo(won.json());
      if (now.getString("status").equals("APPROVED")) {
        assertThat(now.getString("startedAt")).isEqualTo(done.json().getString("startedAt"));
      }
    }
  }

  @Test
  void of_two_corrections_one_is_written() throws Exception {
    String event = storm.activeEvent(Duration.ofHours(5));
    for (int round = 0; round < ROUNDS; round++) {
      Answer done = completed(event);
      Answer approved = change(storm.manager, done.location(), "approve", "", done.etag());

      List<Answer> answers =
          atOnce(
              4,
              i -> change(storm.manager, done.location(), "correct", day(4, 3), approved.etag()));

      List<Answer> written = answers.stream().filter(answer -> answer.status() == 201).toList();
      assertThat(written).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.status() != 201))
          .allSatisfy(
              refused -> {
                assertProblem(refused, 409, "log-is-corrected");
                assertThat(refused.body()).contains(written.get(0).createdId());
              });
    }
  }

  @Test
  void of_two_activations_one_opens_the_logs_and_each_once() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String event = storm.plannedEvent();
      String etag = storm.manager.get(event).etag();

      List<Answer> answers =
          atOnce(4, i -> change(storm.manager, event, "activate", "{\"openLogs\":true}", etag));

      assertOneTaken(answers, 200);
      List<JsonObject> open = openLogs(event);
      assertThat(open).hasSize(1);
      change(storm.crew, "/api/work-logs/" + open.get(0).getString("id"), "complete");
    }
  }

  @Test
  void of_many_logs_opened_at_once_for_one_member_and_place_one_is_there() throws Exception {
    // Of two events at once, so that it is not the event that lets one wait for the other.
    List<String> events =
        List.of(storm.activeEvent(Duration.ofHours(1)), storm.activeEvent(Duration.ofHours(1)));
    for (int round = 0; round < ROUNDS; round++) {

      List<Answer> answers =
          atOnce(8, i -> storm.crew.post("/api/work-logs", log(events.get(i % 2), property, "")));

      List<Answer> opened = answers.stream().filter(answer -> answer.status() == 201).toList();
      assertThat(opened).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.status() != 201))
          .allSatisfy(
              refused -> {
                assertProblem(refused, 409, "log-already-open");
                assertThat(refused.body()).contains(opened.get(0).createdId());
              });
      change(storm.crew, opened.get(0).location(), "complete");
    }
  }

  @Test
  void a_log_sent_many_times_under_one_key_is_written_once() throws Exception {
    String event = storm.activeEvent(Duration.ofHours(1));
    String key = UUID.randomUUID().toString();

    List<Answer> answers =
        atOnce(
            8,
            i ->
                storm.crew.post(
                    "/api/work-logs", log(event, property, ""), "Idempotency-Key", key));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers.stream().map(Answer::createdId).distinct()).hasSize(1);
    change(storm.crew, answers.get(0).location(), "complete");
  }

  private Answer completed(String event) {
    Answer done =
        storm.crew.post(
            "/api/work-logs",
            log(
                event,
                property,
                ",\"startedAt\":\"%s\",\"endedAt\":\"%s\"".formatted(ago(2), ago(1))));
    assertThat(done.status()).as(done.toString()).isEqualTo(201);
    return done;
  }

  private List<JsonObject> openLogs(String event) {
    return storm.manager.get("/api/work-logs/open?event=" + id(event)).items();
  }

  /** The others saw an older version, or what the winner left. */
  private static Answer assertOneTaken(List<Answer> answers, int status) {
    List<Answer> taken = answers.stream().filter(answer -> answer.status() == status).toList();
    assertThat(taken).hasSize(1);
    Stream<Answer> others = answers.stream().filter(answer -> answer.status() != status);
    assertThat(others).allSatisfy(other -> assertProblem(other, 412, "stale-version"));
    return taken.get(0);
  }

  private static String day(int startedAgo, int endedAgo) {
    return DAY.formatted(ago(startedAgo), ago(endedAgo));
  }

  private static String ago(int hours) {
    return Instant.now().minus(hours, ChronoUnit.HOURS).toString();
  }
}
