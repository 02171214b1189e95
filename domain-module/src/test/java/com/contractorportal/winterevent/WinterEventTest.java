package com.contractorportal.winterevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.rule.InvalidField;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class WinterEventTest {

  private static final Instant YESTERDAY = Instant.now().minus(1, ChronoUnit.DAYS);

  @Test
  void an_event_is_planned_then_active_then_closed() {
    WinterEvent event = event(YESTERDAY, null);
    assertThat(event.view().status()).isEqualTo(EventStatus.PLANNED);
    event.activate();
    assertThat(event.view().status()).isEqualTo(EventStatus.ACTIVE);
    event.close();
    assertThat(event.view().status()).isEqualTo(EventStatus.CLOSED);
  }

  @Test
  void closing_ends_the_event_unless_its_end_is_past() {
    Instant end = YESTERDAY.plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
    WinterEvent ended = event(YESTERDAY, end);
    ended.activate();
    ended.close();
    assertThat(ended.view().endsAt()).contains(end);

    WinterEvent open = event(YESTERDAY, null);
    open.activate();
    open.close();
    assertThat(open.view().endsAt()).hasValueSatisfying(it -> assertThat(it).isAfter(YESTERDAY));
  }

  @Test
  void an_event_that_starts_later_still_ends_after_its_start() {
    WinterEvent event = event(Instant.now().plus(1, ChronoUnit.DAYS), null);
    event.activate();
    event.close();
    assertThat(event.view().endsAt().orElseThrow()).isAfter(event.view().startsAt());
  }

  @Test
  void only_a_planned_event_can_be_cancelled_and_that_is_final() {
    WinterEvent event = event(YESTERDAY, null);
    event.cancel();
    assertThatThrownBy(event::activate).isInstanceOf(EventIsOver.class);
    assertThatThrownBy(event::close).isInstanceOf(EventIsOver.class);
    assertThatThrownBy(event::cancel).isInstanceOf(EventIsOver.class);
  }

  @Test
  void an_active_event_can_be_neither_activated_again_nor_cancelled_nor_deleted() {
    WinterEvent event = event(YESTERDAY, null);
    event.activate();
    assertThatThrownBy(event::activate).isInstanceOf(EventIsActive.class);
    assertThatThrownBy(event::cancel).isInstanceOf(EventIsActive.class);
    assertThatThrownBy(event::checkDeletable).isInstanceOf(EventIsActive.class);
  }

  @Test
  void a_planned_event_cannot_be_closed() {
    assertThatThrownBy(() -> event(YESTERDAY, null).close()).isInstanceOf(EventIsNotActive.class);
  }

  @Test
  void an_event_that_took_place_stays_on_record() {
    WinterEvent event = event(YESTERDAY, null);
    event.activate();
    event.close();
    assertThatThrownBy(event::checkDeletable).isInstanceOf(EventIsHistory.class);
    assertThatThrownBy(() -> event.describe(draft(YESTERDAY, null)))
        .isInstanceOfSatisfying(
            InvalidField.class, failure -> assertThat(failure.field()).isEqualTo("endsAt"));
  }

  @Test
  void an_event_ends_after_its_start() {
    assertThatThrownBy(() -> event(YESTERDAY, YESTERDAY))
        .isInstanceOfSatisfying(
            InvalidField.class, failure -> assertThat(failure.field()).isEqualTo("endsAt"));
  }

  private static WinterEvent event(Instant start, Instant end) {
    return new WinterEvent(draft(start, end));
  }

  private static WinterEventDraft draft(Instant start, Instant end) {
    return new WinterEventDraft("Nor'easter", EventKind.SNOW, start, end, null, null, null);
  }
}
