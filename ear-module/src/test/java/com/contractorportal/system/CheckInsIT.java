package com.contractorportal.system;

import static com.contractorportal.system.Storm.assertProblem;
import static com.contractorportal.system.Storm.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who came and went, and how sure that is. The properties are at 44.197, -72.502. */
@ExtendWith(PortalExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckInsIT {

  private Storm storm;
  private String served;
  private String elsewhere;
  private String event;

  @BeforeAll
  void a_company_at_work(PortalSystem portal) {
    storm = Storm.in(portal);
    served = storm.property("Mall");
    elsewhere = storm.property("Clinic");
    storm.route("North", storm.crewMember, served);
  }

  @BeforeEach
  void an_active_event() {
    event = storm.activeEvent(Duration.ofHours(12));
  }

  /** A hundredth of a degree of latitude is 1,112 m. */
  @ParameterizedTest
  @CsvSource({
    "44.197,-72.502,, 0, false",
    "44.201,-72.502,, 444.78, false",
    "44.202,-72.502,, 555.98, true",
    "44.202,-72.502,50, 555.98, true",
    "44.202,-72.502,60.5, 555.98, false",
    "-44.197,107.498,10, 20015114.4, true",
  })
  void how_far_somebody_was_is_measured_and_what_is_far_is_kept(
      String latitude, String longitude, String accuracy, double metres, boolean far) {
    Answer in =
        checkIn(
            storm.crew,
            ",\"propertyId\":\"%s\",\"latitude\":%s,\"longitude\":%s%s"
                .formatted(
                    served,
                    latitude,
                    longitude,
                    accuracy == null ? "" : ",\"accuracyM\":" + accuracy));

    assertThat(in.status()).as(in.toString()).isEqualTo(201);
    assertThat(in.json().getJsonNumber("distanceM").doubleValue()).isCloseTo(metres, offset(1.0));
    assertThat(in.json().getBoolean("far")).isEqualTo(far);
    assertThat(in.json().getBoolean("late")).isFalse();
  }

  @Test
  void a_check_in_needs_no_property_and_no_position() {
    Answer in = checkIn(storm.crew, "");

    assertThat(in.status()).as(in.toString()).isEqualTo(201);
    assertThat(in.json().getString("memberName")).isEqualTo("Casey Crew");
    assertThat(in.json()).doesNotContainKeys("propertyId", "latitude", "distanceM");
    assertThat(in.json().getBoolean("far")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",\"latitude\":90.000001,\"longitude\":0       | position-out-of-range | latitude",
        ",\"latitude\":-91,\"longitude\":0             | position-out-of-range | latitude",
        ",\"latitude\":0,\"longitude\":180.5           | position-out-of-range | longitude",
        ",\"latitude\":1e5000000,\"longitude\":0       | position-out-of-range | latitude",
        ",\"latitude\":1e-5000000,\"longitude\":0      | validation-failed     | latitude",
        ",\"latitude\":1                               | validation-failed     | longitude",
        ",\"accuracyM\":-1                             | validation-failed     | accuracyM",
        ",\"capturedAt\":\"2999-01-01T00:00:00Z\"      | time-too-far-ahead    | capturedAt",
        ",\"note\":\"a\\u0007\"                        | validation-failed     | note",
      })
  void what_cannot_be_is_refused_by_name(String more, String problem, String field) {
    Answer refused = checkIn(storm.crew, more);

    assertProblem(refused, 400, problem);
    assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo(field);
  }

  @Test
  void a_property_tells_the_office_who_came_there_for_whatever_event() {
    String place = storm.property("Depot");
    String list = "/api/properties/" + place + "/check-ins";
    checkIn(storm.crew, ""); // Elsewhere.
    Answer first = checkIn(storm.manager, ",\"propertyId\":\"%s\"".formatted(place));
    event = storm.activeEvent(Duration.ofHours(12));
    Answer second = checkIn(storm.manager, ",\"propertyId\":\"%s\"".formatted(place));

    assertThat(storm.manager.get(list).items()).containsExactly(second.json(), first.json());
    JsonObject page = storm.manager.get(list + "?limit=1").json();
    assertThat(storm.manager.get(list + "?limit=1&cursor=" + page.getString("nextCursor")).items())
        .containsExactly(first.json());
    assertThat(storm.crew.get(list).status()).isEqualTo(403);
  }

  @Test
  void a_repeated_check_in_is_one() {
    String key = UUID.randomUUID().toString();
    Answer first = checkIn(storm.crew, "", "Idempotency-Key", key);
    Answer again = checkIn(storm.crew, "", "Idempotency-Key", key);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(storm.manager.get(event + "/check-ins").items()).hasSize(1);
  }

  @Test
  void a_closed_event_hears_for_three_days_what_was_captured_before() {
    assertThat(change(storm.manager, event, "close").status()).isEqualTo(200);

    assertProblem(checkIn(storm.crew, ""), 409, "event-is-not-active");
    String captured = ago(1);
    Answer late = checkIn(storm.crew, ",\"capturedAt\":\"" + captured + "\"");
    assertThat(late.status()).as(late.toString()).isEqualTo(201);
    assertThat(late.json().getBoolean("late")).isTrue();
    assertThat(late.json().getString("capturedAt")).isEqualTo(captured);
    assertProblem(
        checkIn(storm.crew, ",\"capturedAt\":\"" + ago(13) + "\""), 409, "event-is-not-active");

    storm.earlier(event, "closed_at", Duration.ofHours(73));
    storm.earlier(event, "activated_at", Duration.ofHours(100));
    assertProblem(
        checkIn(storm.crew, ",\"capturedAt\":\"" + ago(74) + "\""), 409, "entry-too-late");
  }

  @Test
  void an_event_that_never_was_takes_none() {
    event = storm.plannedEvent();
    assertProblem(checkIn(storm.manager, ""), 409, "event-is-not-active");
    event = "/api/winter-events/" + UUID.randomUUID();
    assertProblem(checkIn(storm.manager, ""), 404, "not-found");
    assertProblem(storm.manager.get(event + "/check-ins"), 404, "not-found");
  }

  @Test
  void a_contractor_checks_in_for_themselves_where_they_work_and_sees_no_others() {
    Answer theirs = checkIn(storm.otherCrew, "");
    Answer own = checkIn(storm.crew, ",\"propertyId\":\"" + served + "\"");

    assertThat(storm.crew.get(event + "/check-ins").items())
        .extracting(item -> item.getString("id"))
        .containsExactly(own.json().getString("id"));
    assertThat(storm.crew.get(event + "/check-ins?member=" + storm.otherMember).items()).isEmpty();
    assertThat(storm.viewer.get(event + "/check-ins").items())
        .extracting(item -> item.getString("id"))
        .contains(own.json().getString("id"), theirs.json().getString("id"));
    Answer notThere = checkIn(storm.crew, ",\"propertyId\":\"" + elsewhere + "\"");
    Answer nowhere = checkIn(storm.crew, ",\"propertyId\":\"" + UUID.randomUUID() + "\"");
    assertProblem(notThere, 404, "not-found");
    assertThat(notThere.json().getString("detail")).isEqualTo(nowhere.json().getString("detail"));
    assertProblem(
        checkIn(storm.crew, ",\"memberId\":\"" + storm.otherMember + "\""), 404, "not-found");
    assertThat(checkIn(storm.manager, ",\"memberId\":\"" + storm.otherMember + "\"").status())
        .isEqualTo(201);
    assertProblem(checkIn(storm.viewer, ""), 403, "forbidden");
  }

  @Test
  void check_ins_are_listed_with_the_latest_first_and_found_by_member_and_property() {
    checkIn(storm.crew, ",\"propertyId\":\"" + served + "\",\"capturedAt\":\"" + ago(2) + "\"");
    checkIn(
        storm.manager, ",\"propertyId\":\"" + elsewhere + "\",\"capturedAt\":\"" + ago(1) + "\"");

    assertThat(places("")).containsExactly("Clinic", "Mall");
    assertThat(places("?sort=capturedAt")).containsExactly("Mall", "Clinic");
    assertThat(places("?member=" + storm.crewMember)).containsExactly("Mall");
    assertThat(places("?property=" + elsewhere)).containsExactly("Clinic");
    Answer first = storm.manager.get(event + "/check-ins?limit=1");
    assertThat(places("?limit=1&cursor=" + first.json().getString("nextCursor")))
        .containsExactly("Mall");
  }

  private List<String> places(String query) {
    return storm.manager.get(event + "/check-ins" + query).items().stream()
        .map((JsonObject item) -> item.getString("propertyName"))
        .toList();
  }

  private Answer checkIn(PortalClient who, String more, String... headers) {
    return who.post(event + "/check-ins", "{\"kind\":\"IN\"" + more + "}", headers);
  }

  private static String ago(int hours) {
    return Instant.now().minus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
