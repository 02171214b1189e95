package com.contractorportal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeClockTest {

  private static final Instant ASKED = Instant.parse("2026-01-15T02:00:00Z");

  @Test
  void a_slow_answer_is_no_wrong_clock() {
    assertThat(NodeClock.ahead(ASKED, ASKED.plusSeconds(1), ASKED.plusSeconds(60))).isZero();
    assertThat(NodeClock.ahead(ASKED, ASKED.plusSeconds(59), ASKED.plusSeconds(60))).isZero();
  }

  @Test
  void a_clock_is_ahead_or_behind_by_what_the_answer_cannot_explain() {
    assertThat(NodeClock.ahead(ASKED, ASKED.minusSeconds(30), ASKED.plusSeconds(1)))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(NodeClock.ahead(ASKED, ASKED.plusSeconds(31), ASKED.plusSeconds(1)))
        .isEqualTo(Duration.ofSeconds(-30));
  }
}
