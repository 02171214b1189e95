package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SeasonTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant SUMMER_2026 = Instant.parse("2026-07-01T04:00:00Z");
  private static final Instant SUMMER_2027 = Instant.parse("2027-07-01T04:00:00Z");

  @Test
  void a_season_begins_at_midnight_of_the_first_of_july_where_the_customer_is() {
    assertThat(Season.at(SUMMER_2026, NEW_YORK)).isEqualTo(new Season(SUMMER_2026, SUMMER_2027));
    assertThat(Season.at(SUMMER_2026.minusNanos(1), NEW_YORK).end()).isEqualTo(SUMMER_2026);
  }

  @Test
  void a_winter_lies_in_one_season() {
    Season season = new Season(SUMMER_2026, SUMMER_2027);
    assertThat(Season.at(Instant.parse("2026-12-31T23:00:00Z"), NEW_YORK)).isEqualTo(season);
    assertThat(Season.at(Instant.parse("2027-01-01T12:00:00Z"), NEW_YORK)).isEqualTo(season);
    assertThat(Season.at(SUMMER_2027.minusNanos(1), NEW_YORK)).isEqualTo(season);
  }

  @Test
  void the_same_instant_may_lie_in_different_seasons_for_different_customers() {
    Instant already = Instant.parse("2026-07-01T02:00:00Z");
    assertThat(Season.at(already, ZoneId.of("UTC")).start())
        .isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    assertThat(Season.at(already, NEW_YORK).end()).isEqualTo(SUMMER_2026);
  }
}
