package com.contractorportal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
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
  @ValueSource(strings = "2026-11-21T05:00:00Z")
  void days_of_snow_in_a_row_are_one_event(String time) throws IOException {
    // 21 days of snow from November 2014 to March 2015, four of them the day after another.
    assertThat(DemoSeason.at(Instant.parse(time), ZONE)).hasSize(17);
  }
}
