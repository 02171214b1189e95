package com.contractorportal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoWorkTest {

  private static final List<Integer> STOPS = IntStream.range(0, 30).boxed().toList();

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21T05:00:00Z", "2027-07-14T07:30:00Z"})
  void crews_work_while_the_event_is_active_and_one_stop_after_the_other(String time)
      throws Exception {
    Instant now = Instant.parse(time);
    for (DemoSeason.Event event : DemoSeason.at(now, ZoneId.of("America/New_York"))) {
      List<DemoWork.Log> logs = DemoWork.of(event, STOPS, now, false);

      Instant before = event.startsAt();
      for (DemoWork.Log log : logs) {
        assertThat(log.startedAt()).isAfter(before).isBefore(now);
        before = log.endedAt() == null ? log.startedAt() : log.endedAt();
        assertThat(before).isBeforeOrEqualTo(event.endsAt() == null ? now : event.endsAt());
      }
      assertThat(logs).extracting(DemoWork.Log::place).doesNotHaveDuplicates();
      switch (event.status()) {
        case "PLANNED" -> assertThat(logs).isEmpty();
        case "CLOSED" ->
            assertThat(logs).isNotEmpty().allMatch(log -> log.status().equals("APPROVED"));
        default ->
            assertThat(logs)
                .hasSizeGreaterThan(3)
                .allMatch(log -> Set.of("OPEN", "COMPLETED").contains(log.status()))
                .allMatch(log -> log.status().equals("OPEN") == (log.endedAt() == null));
      }
    }
  }
}
