package com.contractorportal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSeasonTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21T05:00:00Z", "2027-03-14T07:30:00Z", "2028-02-29T23:59:59Z"})
  void exactly_one_event_goes_on_now(String time) throws IOException {
    Instant now = Instant.parse(time);

    List<DemoSeason.Event> events = DemoSeason.at(now, ZONE);

    assertThat(events).filteredOn(event -> event.status().equals("ACTIVE")).hasSize(1);
    assertThat(events)
        .filteredOn(event -> event.status().equals("CLOSED"))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.endsAt()).isAfter(event.startsAt()).isBefore(now));
    assertThat(events)
        .filteredOn(event -> event.status().equals("PLANNED"))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.startsAt()).isAfter(now));
  }

  @ParameterizedTest
  @MethodSource
  void it_snows_in_winter_only_whenever_the_demonstration_begins(Instant now) throws IOException {
    List<DemoSeason.Event> events = DemoSeason.at(now, ZONE);

    assertThat(events)
        .hasSize(17)
        .extracting(event -> event.startsAt().atZone(ZONE).getMonthValue())
        .isSubsetOf(11, 12, 1, 2, 3);
    assertThat(events)
        .filteredOn(event -> event.status().equals("ACTIVE"))
        .singleElement()
        .satisfies(event -> assertThat(event.startsAt()).isBefore(now))
        .satisfies(event -> assertThat(event.endsAt()).isNull());
    assertThat(events)
        .filteredOn(event -> event.status().equals("CLOSED"))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.endsAt()).isAfter(event.startsAt()).isBefore(now));
    assertThat(events)
        .filteredOn(event -> event.status().equals("PLANNED"))
        .allSatisfy(event -> assertThat(event.startsAt()).isAfter(now));
  }

  /** Every tenth day of four years, a leap year among them, at changing hours. */
  static Stream<Instant> it_snows_in_winter_only_whenever_the_demonstration_begins() {
    return Stream.iterate(
            Instant.parse("2026-11-21T05:00:00Z"), at -> at.plus(Duration.ofHours(241)))
        .limit(146);
  }

  @Test
  void every_snowfall_keeps_its_day_and_month() throws IOException {
    assertThat(DemoSeason.at(Instant.parse("2027-08-15T12:00:00Z"), ZONE))
        .extracting(event -> event.startsAt().atZone(ZONE).toLocalDate().toString())
        .containsExactlyInAnyOrder(
            "2026-11-26",
            "2026-12-10",
            "2027-01-06",
            "2027-01-09",
            "2027-01-24",
            "2027-01-26",
            "2027-01-30",
            "2027-02-01",
            "2027-02-05",
            "2027-02-09",
            "2027-02-14",
            "2027-02-17",
            "2027-02-21",
            "2027-03-01",
            "2027-03-03",
            "2027-03-05",
            "2027-03-20");
  }

  @Test
  void an_event_of_today_has_begun_just_now_where_it_may_snow() throws IOException {
    Instant now = Instant.parse("2026-11-21T17:00:00Z");

    assertThat(DemoSeason.at(now, ZONE))
        .filteredOn(event -> event.status().equals("ACTIVE"))
        .singleElement()
        .satisfies(event -> assertThat(event.name()).endsWith("November 21, 2026"))
        .satisfies(event -> assertThat(event.startsAt()).isEqualTo(now.minus(Duration.ofHours(3))));
  }

  @ParameterizedTest
  @ValueSource(strings = "2026-11-21T05:00:00Z")
  void days_of_snow_in_a_row_are_one_event(String time) throws IOException {
    // 21 days of snow from November 2014 to March 2015, four of them the day after another.
    assertThat(DemoSeason.at(Instant.parse(time), ZONE)).hasSize(17);
  }
}
