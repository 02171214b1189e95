package com.contractorportal.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.report.NightFigures;
import com.contractorportal.web.health.NightlyReports.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightlyReportsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Duration MOST = Duration.ofHours(27);

  @Test
  void a_recent_good_night_is_well_and_an_old_one_is_not() {
    assertThat(seen(Optional.of(NOW.minus(MOST)), Optional.empty()).up()).isTrue();
    Instant tooOld = NOW.minus(MOST).minusMillis(1);
    Seen old = seen(Optional.of(tooOld), Optional.empty());
    assertThat(old.up()).isFalse();
    assertThat(old.since()).contains(tooOld);
    assertThat(old.detail()).isEqualTo("The last nightly run without a failure is too old.");
  }

  @Test
  void nights_that_never_succeeded_are_waited_for_since_the_first() {
    assertThat(seen(Optional.empty(), Optional.of(NOW.minus(Duration.ofHours(1)))).up()).isTrue();
    Instant first = NOW.minus(Duration.ofDays(3));
    Seen never = seen(Optional.empty(), Optional.of(first));
    assertThat(never.up()).isFalse();
    assertThat(never.since()).contains(first);
  }

  @Test
  void before_there_was_any_night_the_start_of_the_node_counts() {
    assertThat(NightlyReports.seen(NOW, Optional.empty(), NOW, MOST).up()).isTrue();
    assertThat(NightlyReports.seen(NOW, Optional.empty(), NOW.minus(Duration.ofDays(2)), MOST).up())
        .as("a schedule that never begins one")
        .isFalse();
  }

  private static Seen seen(Optional<Instant> lastGood, Optional<Instant> firstNight) {
    NightFigures nights =
        new NightFigures(lastGood, lastGood.or(() -> firstNight), 0, 0, 0, Optional.empty(), 0, 0);
    return NightlyReports.seen(NOW, Optional.of(nights), NOW, MOST);
  }
}
