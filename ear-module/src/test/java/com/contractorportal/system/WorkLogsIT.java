package com.contractorportal.system;

import static com.contractorportal.system.Storm.assertProblem;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What crews log and the office makes of it, by its rules. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkLogsIT {

  private static final Duration SINCE = Duration.ofHours(12);

  private Storm storm;

  /** Somewhere that the crew serves, new for each test. */
  private String served;

  /** Somewhere that only the other crew serves. */
  private String elsewhere;

  private String event;

  @BeforeAll
  void a_company_at_work(PortalSystem portal) {
    storm = Storm.in(portal);
  }

  @BeforeEach
  void an_active_event_and_somewhere_to_work() {
    served = storm.property("Mall");
    elsewhere = storm.property("Clinic");
    storm.route("North", storm.crewMember, served);
    storm.route("South", storm.otherMember, elsewhere);
    event = storm.activeEvent(SINCE);
  }

  @Test
  void work_is_opened_completed_and_approved_and_then_never_changes() {
    Answer open = create(storm.crew, served, ",\"notes\":\"gate was open\"");
    assertThat(open.json().getString("status")).isEqualTo("OPEN");
    assertThat(open.json().getString("memberName")).isEqualTo("Casey Crew");
    assertThat(open.json().getString("propertyName")).isEqualTo("Mall");
    assertThat(open.json().getString("eventName")).isEqualTo("Storm");
    String path = open.location();
    assertProblem(change(storm.manager, path, "approve"), 409, "log-is-open");
    assertProblem(change(storm.manager, path, "reject", reason()), 409, "log-is-open");

    Answer done =
        change(
            storm.crew,
            path,
            "complete",
            "{\"passes\":2,\"material\":\"Salt\",\"materialQuantity\":12.5,\"materialUnit\":\"KG\"}");
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(done.json().getString("status")).isEqualTo("COMPLETED");
    assertThat(done.json().getInt("passes")).isEqualTo(2);
    assertThat(done.json().getString("notes")).isEqualTo("gate was open");
    assertProblem(change(storm.crew, path, "complete"), 409, "log-is-completed");

    Answer approved = change(storm.manager, path, "approve");
    assertThat(approved.json().getString("status")).isEqualTo("APPROVED");
    assertProblem(change(storm.manager, path, "approve"), 409, "log-is-approved");
    assertProblem(change(storm.manager, path, "reject", reason()), 409, "log-is-approved");
    assertProblem(change(storm.crew, path, "complete"), 409, "log-is-approved");
    assertProblem(
        storm.manager.put(path, contents(started(1), ended(2)), approved.etag()),
        409,
        "log-is-approved");
  }

  @Test
  void what_was_rejected_is_put_right_and_completed_again_by_its_member() {
    String path = completed(storm.crew, served);

    Answer rejected = change(storm.manager, path, "reject", reason());
    assertThat(rejected.json().getString("status")).isEqualTo("REJECTED");
    assertThat(rejected.json().getString("rejectionReason")).isEqualTo("Wrong times.");
    assertProblem(change(storm.manager, path, "approve"), 409, "log-is-rejected");

    Answer edited = storm.crew.put(path, contents(started(3), ended(2)), rejected.etag());
    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
    Answer again = change(storm.crew, path, "complete");
    assertThat(again.json().getString("status")).isEqualTo("COMPLETED");
    assertThat(again.json().containsKey("rejectionReason")).isFalse();
    assertThat(again.json().getString("endedAt")).isEqualTo(edited.json().getString("endedAt"));
  }

  @Test
  void an_approved_log_is_corrected_by_a_new_one_that_names_it_and_that_by_the_next() {
    String first = completed(storm.crew, served);
    Answer early = change(storm.manager, first, "correct", contents(started(3), ended(2)));
    assertProblem(early, 409, "log-is-not-approved");
    Answer approved = change(storm.manager, first, "approve");

    Answer correction = change(storm.manager, first, "correct", contents(started(4), ended(2)));
    assertThat(correction.status()).as(correction.toString()).isEqualTo(201);
    assertThat(correction.json().getString("corrects")).isEqualTo(id(first));
    assertThat(correction.json().getString("status")).isEqualTo("COMPLETED");
    assertThat(correction.json().getString("memberId")).isEqualTo(storm.crewMember);
    assertThat(storm.manager.get(first).json().getString("correctedBy"))
        .isEqualTo(correction.createdId());
    assertThat(storm.manager.get(first).etag()).isEqualTo(approved.etag());

    Answer second = change(storm.manager, first, "correct", contents(started(4), ended(1)));
    assertProblem(second, 409, "log-is-corrected");
    assertThat(related(second)).containsExactly(correction.createdId());

    assertThat(change(storm.manager, correction.location(), "approve").status()).isEqualTo(200);
    Answer next =
        change(storm.manager, correction.location(), "correct", contents(started(5), ended(2)));
    assertThat(next.json().getString("corrects")).isEqualTo(correction.createdId());
  }

  @Test
  void a_member_has_one_open_log_at_a_property_and_is_told_which() {
    Answer open = create(storm.crew, served, "");
    Answer again = storm.crew.post("/api/work-logs", log(event, served, ",\"notes\":\"2\""));

    assertProblem(again, 409, "log-already-open");
    assertThat(related(again)).containsExactly(open.createdId());
    assertThat(again.json().getString("detail")).contains(open.createdId());
    create(storm.manager, served, "");
    change(storm.crew, open.location(), "complete");
    create(storm.crew, served, "");
  }

  @Test
  void a_repeated_log_or_completion_is_the_same_one() {
    String key = UUID.randomUUID().toString();
    Answer first = create(storm.crew, served, "", "Idempotency-Key", key);
    Answer retry = create(storm.crew, served, "", "Idempotency-Key", key);
    assertThat(retry.createdId()).isEqualTo(first.createdId());

    String completion = UUID.randomUUID().toString();
    String[] headers = {"If-Match", first.etag(), "Idempotency-Key", completion};
    Answer done = storm.crew.post(first.location() + "/complete", "{\"passes\":1}", headers);
    Answer doneAgain = storm.crew.post(first.location() + "/complete", "{\"passes\":1}", headers);
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(doneAgain.status()).as(doneAgain.toString()).isEqualTo(200);
    assertThat(doneAgain.body()).isEqualTo(done.body());
    assertProblem(
        storm.crew.post(first.location() + "/complete", "{\"passes\":2}", headers),
        422,
        "idempotency-key-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",\"startedAt\":\"{-1h}\",\"endedAt\":\"{-1h}\" | 400 | end-not-after-start",
        ",\"startedAt\":\"{-1h}\",\"endedAt\":\"{-2h}\" | 400 | end-not-after-start",
        ",\"startedAt\":\"{-13h}\"                      | 409 | start-outside-event",
        ",\"startedAt\":\"{+25h}\"                      | 400 | time-too-far-ahead",
        ",\"startedAt\":\"{-1h}\",\"endedAt\":\"{+25h}\" | 400 | time-too-far-ahead",
        ",\"capturedAt\":\"{+25h}\"                     | 400 | time-too-far-ahead",
        ",\"materialQuantity\":5,\"material\":\"Salt\"  | 400 | validation-failed",
        ",\"materialQuantity\":5,\"materialUnit\":\"KG\" | 400 | validation-failed",
        ",\"passes\":0                                  | 400 | validation-failed",
        ",\"depthCm\":1e-5000000                        | 400 | validation-failed",
        ",\"materialQuantity\":-1                       | 400 | validation-failed",
        ",\"notes\":\"a\\u0007\"                        | 400 | validation-failed",
        ",\"equipment\":\"a\\nb\"                       | 400 | validation-failed",
      })
  void what_cannot_be_is_refused_by_name(String more, int status, String problem) {
    assertProblem(
        storm.manager.post("/api/work-logs", log(event, served, filled(more))), status, problem);
  }

  @Test
  void an_edit_keeps_to_the_same_rules() {
    Answer open = create(storm.crew, served, "");

    assertProblem(
        storm.crew.put(open.location(), contents(started(13), null), open.etag()),
        409,
        "start-outside-event");
    assertProblem(
        storm.crew.put(open.location(), contents(started(2), ended(1)), open.etag()),
        400,
        "validation-failed");
    Answer edited = storm.crew.put(open.location(), contents(started(2), null), open.etag());
    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
    assertProblem(
        change(storm.crew, open.location(), "complete", "{\"endedAt\":\"%s\"}".formatted(ended(3))),
        400,
        "end-not-after-start");
    Answer done = change(storm.crew, open.location(), "complete");
    assertProblem(
        storm.crew.put(open.location(), contents(started(2), ended(1)), done.etag()),
        409,
        "log-is-completed");
    assertThat(
            storm
                .manager
                .put(open.location(), contents(started(2), ended(1)), done.etag())
                .status())
        .isEqualTo(200);
  }

  @Test
  void work_belongs_to_an_event_that_takes_it() {
    String planned = storm.plannedEvent();
    assertProblem(
        storm.manager.post("/api/work-logs", log(planned, served, "")), 409, "event-is-not-active");
    change(storm.manager, planned, "cancel");
    assertProblem(
        storm.manager.post("/api/work-logs", log(planned, served, "")), 409, "event-is-not-active");
    for (String nothing :
        List.of(
            log("/" + UUID.randomUUID(), served, ""),
            log(event, UUID.randomUUID().toString(), ""),
            log(event, served, ",\"memberId\":\"" + UUID.randomUUID() + "\""))) {
      assertProblem(storm.manager.post("/api/work-logs", nothing), 404, "not-found");
    }
  }

  @Test
  void an_event_with_open_logs_is_not_closed_and_says_which_they_are() {
    Answer one = create(storm.crew, served, "");
    Answer two = create(storm.otherCrew, elsewhere, "");

    Answer refused = change(storm.manager, event, "close");

    assertProblem(refused, 409, "event-has-open-logs");
    assertThat(refused.json().getString("detail")).startsWith("2 work logs");
    assertThat(related(refused)).containsExactly(one.createdId(), two.createdId());
    assertThat(refused.body()).contains("Casey Crew, Mall");
    assertThat(storm.manager.get(event).json().getString("status")).isEqualTo("ACTIVE");
    change(storm.crew, one.location(), "complete");
    change(storm.manager, two.location(), "complete");
    assertThat(change(storm.manager, event, "close").status()).isEqualTo(200);
  }

  @Test
  void a_closed_event_hears_for_three_days_what_was_captured_before() {
    assertThat(change(storm.manager, event, "close").status()).isEqualTo(200);
    String hourAgo = started(1);
    String captured = ",\"capturedAt\":\"" + hourAgo + "\"";
    String done =
        captured + ",\"startedAt\":\"" + started(2) + "\",\"endedAt\":\"" + ended(1) + "\"";

    assertProblem(
        storm.crew.post("/api/work-logs", log(event, served, "")), 409, "event-is-not-active");
    assertProblem(
        storm.crew.post("/api/work-logs", log(event, served, captured)), 409, "late-log-is-open");
    Answer late = create(storm.crew, served, done);
    assertThat(late.json().getBoolean("late")).isTrue();
    assertThat(late.json().getString("status")).isEqualTo("COMPLETED");
    assertThat(ids("?late=true&event=" + id(event))).containsExactly(late.createdId());
    assertThat(ids("?late=false&event=" + id(event))).isEmpty();
    assertThat(late.json().getString("capturedAt")).isEqualTo(hourAgo);
    assertThat(late.json().getString("receivedAt")).isGreaterThan(hourAgo);

    storm.earlier(event, "closed_at", Duration.ofHours(73));
    storm.earlier(event, "activated_at", Duration.ofHours(100));
    String before =
        ",\"capturedAt\":\"%s\",\"startedAt\":\"%s\",\"endedAt\":\"%s\""
            .formatted(started(74), started(75), ended(74));
    assertProblem(
        storm.crew.post("/api/work-logs", log(event, served, before)), 409, "entry-too-late");
  }

  @Test
  void a_contractor_knows_only_own_logs_where_they_work() {
    String theirs = completed(storm.otherCrew, elsewhere);
    String colleagues = completed(storm.manager, served);
    for (String path : List.of(theirs, colleagues)) {
      assertProblem(storm.crew.get(path), 404, "not-found");
      assertProblem(
          storm.crew.put(path, contents(started(2), ended(1)), "\"0\""), 404, "not-found");
      assertProblem(change(storm.crew, path, "complete", "", "\"0\""), 404, "not-found");
      assertProblem(change(storm.crew, path, "approve", "", "\"0\""), 403, "forbidden");
      assertProblem(change(storm.crew, path, "reject", reason(), "\"0\""), 403, "forbidden");
      assertProblem(
          change(storm.crew, path, "correct", contents(started(2), ended(1)), "\"0\""),
          403,
          "forbidden");
      for (String list :
          List.of("", "/open", "?event=" + id(event), "?member=" + storm.otherMember)) {
        assertThat(storm.crew.get("/api/work-logs" + list).items())
            .noneMatch(log -> log.getString("id").equals(id(path)));
      }
      assertThat(storm.crew.get("/api/work-logs/export").body()).doesNotContain(id(path));
    }
    Answer notThere = storm.crew.post("/api/work-logs", log(event, elsewhere, ""));
    Answer nowhere =
        storm.crew.post("/api/work-logs", log(event, UUID.randomUUID().toString(), ""));
    assertProblem(notThere, 404, "not-found");
    assertThat(notThere.json().getString("detail")).isEqualTo(nowhere.json().getString("detail"));
    assertProblem(
        storm.crew.post(
            "/api/work-logs", log(event, served, ",\"memberId\":\"" + storm.otherMember + "\"")),
        404,
        "not-found");
  }

  @Test
  void who_serves_a_property_no_more_does_not_know_its_logs() {
    Answer own = create(storm.crew, served, "");
    JsonObject route =
        storm.crew.get("/api/routes?limit=200").items().stream()
            .filter(
                some ->
                    storm.crew.get("/api/routes/" + some.getString("id")).body().contains(served))
            .findFirst()
            .orElseThrow();
    String path = "/api/routes/" + route.getString("id");
    assertThat(storm.crew.get("/api/work-logs/open").body()).contains(own.createdId());

    storm.manager.delete(path, storm.manager.get(path).etag());

    assertProblem(storm.crew.get(own.location()), 404, "not-found");
    assertThat(storm.crew.get("/api/work-logs/open").body()).doesNotContain(own.createdId());
    assertThat(change(storm.manager, own.location(), "complete").status()).isEqualTo(200);
  }

  @Test
  void only_the_office_sees_what_equipment_costs() {
    String rate = ",\"equipment\":\"Loader\"";
    Answer equipment =
        storm.manager.post(
            "/api/equipment-rates",
            "{\"equipment\":\"Loader\",\"hourlyRate\":90,\"currency\":\"USD\",\"validFrom\":\"2020-01-01\"}");
    assertThat(equipment.status()).as(equipment.toString()).isIn(201, 409);

    Answer own = create(storm.crew, served, rate);

    assertThat(own.json().containsKey("hourlyRate")).isFalse();
    assertThat(storm.viewer.get(own.location()).json().containsKey("hourlyRate")).isFalse();
    JsonObject office = storm.manager.get(own.location()).json();
    assertThat(office.getJsonNumber("hourlyRate").intValue()).isEqualTo(90);
    assertThat(office.getString("currency")).isEqualTo("USD");
    assertThat(storm.viewer.get("/api/work-logs/export").body()).doesNotContain("USD");
    assertThat(storm.manager.get("/api/work-logs/export").body()).contains("USD");
  }

  @Test
  void logs_are_found_by_each_filter_and_the_latest_come_first() {
    String at = completed(storm.crew, served);
    String own = "&event=" + id(event);
    String other = completed(storm.otherCrew, elsewhere);

    assertThat(ids("?limit=50" + own)).containsExactly(id(other), id(at));
    assertThat(ids("?sort=startedAt" + own)).containsExactly(id(at), id(other));
    assertThat(ids("?property=" + served)).containsExactly(id(at));
    assertThat(ids("?member=" + storm.crewMember + own)).containsExactly(id(at));
    assertThat(ids("?status=COMPLETED&work=PLOW" + own)).containsExactly(id(other), id(at));
    assertThat(ids("?work=SALT" + own)).isEmpty();
    assertThat(ids("?status=OPEN" + own)).isEmpty();
    assertThat(ids("?from=" + started(13) + "&to=" + started(0) + own)).hasSize(2);
    assertThat(ids("?to=" + started(12) + own)).isEmpty();
    Answer first = storm.manager.get("/api/work-logs?limit=1" + own);
    assertThat(ids("?limit=1&cursor=" + first.json().getString("nextCursor") + own))
        .containsExactly(id(at));
  }

  @Test
  void tickets_are_listed_with_the_longest_open_first() {
    String now = create(storm.crew, served, "").createdId();
    String before =
        create(storm.otherCrew, elsewhere, ",\"startedAt\":\"" + started(3) + "\"").createdId();

    Answer open = storm.viewer.get("/api/work-logs/open?event=" + id(event));

    assertThat(open.items()).extracting(log -> log.getString("id")).containsExactly(before, now);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event=x",
        "property=1",
        "member=-",
        "status=GONE",
        "work=SING",
        "from=today",
        "sort=id"
      })
  void a_filter_that_cannot_be_is_named(String parameter) {
    for (String list :
        List.of("/api/work-logs?", "/api/work-logs/open?", "/api/work-logs/export?")) {
      Answer answer = storm.manager.get(list + parameter);
      assertProblem(answer, 400, "validation-failed");
      assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
          .isEqualTo(parameter.split("=")[0]);
    }
  }

  @Test
  void an_export_has_every_row_and_no_formulas() {
    for (int i = 0; i < 3; i++) {
      Answer log = create(storm.crew, served, ",\"notes\":\"=HYPERLINK(\\\"x\\\")\"");
      change(storm.crew, log.location(), "complete");
    }

    Answer csv = storm.manager.get("/api/work-logs/export?event=" + id(event));

    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.header("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition").orElse("")).contains("work-logs.csv");
    List<String> lines = csv.body().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("id,event,property,member,work,status,started_at");
    assertThat(lines.subList(1, 4))
        .allMatch(line -> line.contains("\"'=HYPERLINK(\"\"x\"\")\""))
        .allMatch(line -> line.contains(",Storm,Mall,Casey Crew,PLOW,COMPLETED,"));
  }

  @Test
  void every_step_is_in_the_audit_trail() {
    String path = create(storm.crew, served, "").location();
    change(storm.crew, path, "complete");
    change(storm.manager, path, "reject", reason());
    String hex = id(path);

    assertThat(
            storm.number(
                "SELECT COUNT(*) FROM audit_entry WHERE customer_id = ? AND entity = 'work log'"
                    + " AND entity_id = '"
                    + hex
                    + "' AND action IN ('create', 'complete', 'reject')"))
        .isEqualTo(3);
    assertThat(
            storm.number(
                "SELECT COUNT(*) FROM feed_entry WHERE customer_id = ? AND entity_id = UNHEX('"
                    + hex.replace("-", "")
                    + "')"))
        .isEqualTo(3);
  }

  @Test
  void what_took_place_is_not_deleted() {
    completed(storm.crew, served);

    assertProblem(
        storm.manager.delete(event, storm.manager.get(event).etag()), 409, "event-is-active");
    change(storm.manager, event, "close");
    assertProblem(
        storm.manager.delete(event, storm.manager.get(event).etag()), 409, "event-is-history");
    for (String verb : List.of("activate", "close", "cancel")) {
      assertProblem(change(storm.manager, event, verb), 409, "event-is-over");
    }
  }

  @Test
  void activation_opens_a_log_for_each_stop_that_somebody_drives() {
    String second = storm.property("Bank");
    String undriven = storm.property("Barn");
    storm.route("Twice", storm.crewMember, second, elsewhere);
    storm.route("Nobody's", null, undriven);
    Answer present = create(storm.crew, second, "");
    String next = storm.plannedEvent();

    Answer active =
        change(storm.manager, next, "activate", "{\"openLogs\":true,\"work\":\"SALT\"}");

    assertThat(active.status()).as(active.toString()).isEqualTo(200);
    List<JsonObject> opened =
        storm.manager.get("/api/work-logs?limit=200&event=" + id(next)).items();
    assertThat(opened)
        .allMatch(log -> log.getString("status").equals("OPEN"))
        .allMatch(log -> log.getString("work").equals("SALT"));
    assertThat(opened)
        .extracting(log -> log.getString("memberId") + log.getString("propertyId"))
        .doesNotHaveDuplicates()
        .contains(
            storm.crewMember + served, storm.crewMember + elsewhere, storm.otherMember + elsewhere)
        .doesNotContain(storm.crewMember + second)
        .noneMatch(log -> log.endsWith(undriven));
    assertThat(storm.manager.get(present.location()).json().getString("status")).isEqualTo("OPEN");
    String own =
        opened.stream()
            .filter(log -> log.getString("memberId").equals(storm.crewMember))
            .findFirst()
            .orElseThrow()
            .getString("id");
    assertThat(change(storm.crew, "/api/work-logs/" + own, "complete").status()).isEqualTo(200);
  }

  private Answer create(PortalClient who, String property, String more, String... headers) {
    Answer answer = who.post("/api/work-logs", log(event, property, more), headers);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  /** The path of a log that began two hours ago, for an hour. */
  private String completed(PortalClient who, String property) {
    return create(
            who, property, ",\"startedAt\":\"" + started(2) + "\",\"endedAt\":\"" + ended(1) + "\"")
        .location();
  }

  private List<String> ids(String query) {
    return storm.manager.get("/api/work-logs" + query).items().stream()
        .map(log -> log.getString("id"))
        .toList();
  }

  private static List<String> related(Answer problem) {
    return problem.json().getJsonArray("related").getValuesAs(JsonObject.class).stream()
        .map(thing -> thing.getString("id"))
        .toList();
  }

  private static String reason() {
    return "{\"reason\":\"Wrong times.\"}";
  }

  private static String contents(String startedAt, String endedAt) {
    return "{\"work\":\"SALT\",\"startedAt\":\"%s\"%s}"
        .formatted(startedAt, endedAt == null ? "" : ",\"endedAt\":\"" + endedAt + "\"");
  }

  private static String started(int hoursAgo) {
    return Instant.now()
        .minus(hoursAgo, ChronoUnit.HOURS)
        .truncatedTo(ChronoUnit.MILLIS)
        .toString();
  }

  private static String ended(int hoursAgo) {
    return started(hoursAgo);
  }

  /** Puts times where {@code {-1h}} says how far they are from now, which is one moment. */
  private static String filled(String text) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return Pattern.compile("\\{([+-]\\d+)h}")
        .matcher(text)
        .replaceAll(
            found -> now.plus(Integer.parseInt(found.group(1)), ChronoUnit.HOURS).toString());
  }
}
