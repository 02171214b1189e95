package com.contractorportal.winterevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActiveWindowTest {

  private static final Instant FROM = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant UNTIL = FROM.plus(Duration.ofHours(20));
  private static final ActiveWindow ACTIVE =
      new ActiveWindow(EventStatus.ACTIVE, Optional.of(FROM), Optional.empty());
  private static final ActiveWindow CLOSED =
      new ActiveWindow(EventStatus.CLOSED, Optional.of(FROM), Optional.of(UNTIL));

  @Test
  void an_active_event_takes_entries_and_none_is_late() {
    assertThat(ACTIVE.admits(FROM.plusSeconds(1), UNTIL)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"PLANNED", "CANCELLED"})
  void an_event_that_never_was_active_takes_none(EventStatus status) {
    ActiveWindow window = new ActiveWindow(status, Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> window.admits(FROM, FROM)).isInstanceOf(EventIsNotActive.class);
    assertThatThrownBy(() -> window.checkStart(FROM)).isInstanceOf(EventIsNotActive.class);
  }

  @Test
  void a_closed_event_takes_late_what_was_captured_before_its_end_for_72_hours() {
    Instant last = UNTIL.plus(Duration.ofHours(72));

    assertThat(CLOSED.admits(FROM, UNTIL.plusSeconds(1))).isTrue();
    assertThat(CLOSED.admits(UNTIL, last)).isTrue();
    assertThatThrownBy(() -> CLOSED.admits(UNTIL, last.plusMillis(1)))
        .isInstanceOf(EntryTooLate.class);
    assertThatThrownBy(() -> CLOSED.admits(UNTIL.plusMillis(1), last))
        .isInstanceOf(EventIsNotActive.class);
    assertThatThrownBy(() -> CLOSED.admits(FROM.minusMillis(1), last))
        .isInstanceOf(EventIsNotActive.class);
  }

  @Test
  void clocks_may_be_wrong_but_not_by_more_than_a_day() {
    Instant tomorrow = FROM.plus(Duration.ofHours(24));

    assertThat(ACTIVE.admits(tomorrow, FROM)).isFalse();
    assertThatThrownBy(() -> ACTIVE.admits(tomorrow.plusMillis(1), FROM))
        .isInstanceOfSatisfying(
            TimeTooFarAhead.class, failure -> assertThat(failure.field()).isEqualTo("capturedAt"));
  }

  @Test
  void work_starts_while_its_event_is_active() {
    assertThatCode(() -> ACTIVE.checkStart(FROM)).doesNotThrowAnyException();
    assertThatCode(() -> CLOSED.checkStart(UNTIL)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ACTIVE.checkStart(FROM.minusMillis(1)))
        .isInstanceOf(StartOutsideEvent.class);
    assertThatThrownBy(() -> CLOSED.checkStart(UNTIL.plusMillis(1)))
        .isInstanceOf(StartOutsideEvent.class);
  }
}
