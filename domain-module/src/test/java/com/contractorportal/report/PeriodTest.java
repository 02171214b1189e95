package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant SUMMER_2026 = Instant.parse("2026-07-01T04:00:00Z");
  private static final Instant SUMMER_2027 = Instant.parse("2027-07-01T04:00:00Z");

  @Test
  void a_season_begins_at_midnight_of_the_first_of_july_where_the_customer_is() {
    assertThat(Period.season(SUMMER_2026, NEW_YORK))
        .isEqualTo(new Period(SUMMER_2026, SUMMER_2027));
    assertThat(Period.season(SUMMER_2026.minusNanos(1), NEW_YORK).end()).isEqualTo(SUMMER_2026);
  }

  @Test
  void a_winter_lies_in_one_season() {
    Period season = new Period(SUMMER_2026, SUMMER_2027);
    assertThat(Period.season(Instant.parse("2026-12-31T23:00:00Z"), NEW_YORK)).isEqualTo(season);
    assertThat(Period.season(Instant.parse("2027-01-01T12:00:00Z"), NEW_YORK)).isEqualTo(season);
    assertThat(Period.season(SUMMER_2027.minusNanos(1), NEW_YORK)).isEqualTo(season);
  }

  @Test
  void the_same_instant_may_lie_in_different_seasons_for_different_customers() {
    Instant already = Instant.parse("2026-07-01T02:00:00Z");
    assertThat(Period.season(already, ZoneId.of("UTC")).start())
        .isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    assertThat(Period.season(already, NEW_YORK).end()).isEqualTo(SUMMER_2026);
  }

  @Test
  void days_are_whole_where_the_customer_is() {
    assertThat(days("2026-03-07", "2026-03-08"))
        .as("the night in between is an hour shorter")
        .isEqualTo(
            new Period(
                Instant.parse("2026-03-07T05:00:00Z"), Instant.parse("2026-03-09T04:00:00Z")));
  }

  @Test
  void the_day_that_is_not_named_is_that_of_the_season() {
    assertThat(days("2026-10-01", null).end()).isEqualTo(SUMMER_2027);
    assertThat(days(null, "2026-06-30"))
        .as("the season of the last day")
        .isEqualTo(new Period(Instant.parse("2025-07-01T04:00:00Z"), SUMMER_2026));
    assertThat(days(null, null)).isEqualTo(new Period(SUMMER_2026, SUMMER_2027));
  }

  private static Period days(String from, String to) {
    return Period.days(
        Optional.ofNullable(from).map(LocalDate::parse),
        Optional.ofNullable(to).map(LocalDate::parse),
        Instant.parse("2026-11-21T02:00:00Z"),
        NEW_YORK);
  }
}
