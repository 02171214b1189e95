package com.contractorportal.worklog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.equipment.EquipmentRates.Rate;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.Related;
import com.contractorportal.winterevent.ActiveWindow;
import com.contractorportal.winterevent.EventStatus;
import com.contractorportal.winterevent.StartOutsideEvent;
import com.contractorportal.winterevent.TimeTooFarAhead;
import com.contractorportal.winterevent.Work;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkLogTest {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private static final UUID MEMBER = UUID.randomUUID();
  private static final ActiveWindow ACTIVE =
      new ActiveWindow(EventStatus.ACTIVE, Optional.of(ago(12)), Optional.empty());
  private static final ActiveWindow CLOSED =
      new ActiveWindow(EventStatus.CLOSED, Optional.of(ago(12)), Optional.of(ago(1)));

  @Test
  void work_is_open_then_completed_then_approved() {
    WorkLog log = open();
    assertThat(log.status()).isEqualTo(WorkLogStatus.OPEN);
    log.complete(WorkLogCompletion.NOW);
    assertThat(log.status()).isEqualTo(WorkLogStatus.COMPLETED);
    assertThat(view(log).endedAt()).isPresent();
    log.approve();
    assertThat(log.status()).isEqualTo(WorkLogStatus.APPROVED);
  }

  @Test
  void work_with_an_end_is_completed_at_once() {
    assertThat(begin(ago(2), ago(1), null, ACTIVE).status()).isEqualTo(WorkLogStatus.COMPLETED);
  }

  @Test
  void what_is_open_is_neither_approved_nor_rejected_nor_corrected() {
    WorkLog log = open();
    assertThatThrownBy(log::approve).isInstanceOf(LogIsOpen.class);
    assertThatThrownBy(() -> log.reject("no")).isInstanceOf(LogIsOpen.class);
    assertThatThrownBy(() -> log.correct(contents(ago(2), ago(1)), ACTIVE))
        .isInstanceOf(LogIsNotApproved.class);
  }

  @Test
  void what_is_completed_is_not_completed_again() {
    WorkLog log = completed();
    assertThatThrownBy(() -> log.complete(WorkLogCompletion.NOW))
        .isInstanceOf(LogIsCompleted.class);
  }

  @Test
  void what_is_approved_never_changes() {
    WorkLog log = completed();
    log.approve();
    WorkLogView before = view(log);
    assertThatThrownBy(log::approve).isInstanceOf(LogIsApproved.class);
    assertThatThrownBy(() -> log.reject("no")).isInstanceOf(LogIsApproved.class);
    assertThatThrownBy(() -> log.complete(WorkLogCompletion.NOW)).isInstanceOf(LogIsApproved.class);
    assertThatThrownBy(() -> log.describe(contents(ago(2), ago(1)), ACTIVE, false))
        .isInstanceOf(LogIsApproved.class);
    log.correct(contents(ago(3), ago(1)), ACTIVE);
    assertThat(view(log)).isEqualTo(before);
  }

  @Test
  void what_is_rejected_is_put_right_and_completed_again() {
    WorkLog log = completed();
    log.reject(" Wrong times. ");
    assertThat(view(log).rejectionReason()).contains("Wrong times.");
    assertThatThrownBy(log::approve).isInstanceOf(LogIsRejected.class);
    assertThatThrownBy(() -> log.reject("again")).isInstanceOf(LogIsRejected.class);
    log.describe(contents(ago(4), ago(3)), ACTIVE, true);
    log.complete(WorkLogCompletion.NOW);
    assertThat(log.status()).isEqualTo(WorkLogStatus.COMPLETED);
    assertThat(view(log).rejectionReason()).isEmpty();
    assertThat(view(log).endedAt()).contains(ago(3));
  }

  @Test
  void a_correction_names_the_log_whose_place_it_takes() {
    WorkLog wrong = completed();
    wrong.approve();
    WorkLog right = wrong.correct(contents(ago(3), ago(1)), ACTIVE);
    assertThat(right.corrects()).contains(wrong.id());
    assertThat(right.status()).isEqualTo(WorkLogStatus.COMPLETED);
    assertThat(right.memberId()).isEqualTo(MEMBER);
    assertThat(right.eventId()).isEqualTo(wrong.eventId());
    assertThat(right.propertyId()).isEqualTo(wrong.propertyId());
    assertThatThrownBy(() -> wrong.correct(contents(ago(3), null), ACTIVE))
        .isInstanceOfSatisfying(
            InvalidField.class, failure -> assertThat(failure.field()).isEqualTo("endedAt"));
  }

  @Test
  void a_crew_has_no_say_once_work_is_done_but_the_office_has() {
    WorkLog log = completed();
    assertThatThrownBy(() -> log.describe(contents(ago(3), ago(1)), ACTIVE, true))
        .isInstanceOf(LogIsCompleted.class);
    log.describe(contents(ago(3), ago(1)), ACTIVE, false);
    assertThat(log.startedAt()).isEqualTo(ago(3));
  }

  @Test
  void who_is_in_the_way_is_named() {
    UUID other = Ids.next();
    assertThat(new LogAlreadyOpen(Optional.of(other)).related())
        .extracting(Related::id)
        .containsExactly(other);
    assertThat(new LogIsCorrected(Optional.of(other)).related())
        .extracting(Related::id)
        .containsExactly(other);
    EventHasOpenLogs open = new EventHasOpenLogs(3, List.of(new Related(other, "Pat, Depot")));
    assertThat(open.related()).extracting(Related::id).containsExactly(other);
    assertThat(open).hasMessageContaining("3 work logs").hasMessageContaining("the first 1");
  }

  @Test
  void work_ends_after_its_start() {
    assertThatThrownBy(() -> begin(ago(1), ago(1), null, ACTIVE))
        .isInstanceOf(EndNotAfterStart.class);
    assertThatThrownBy(() -> begin(ago(1), ago(2), null, ACTIVE))
        .isInstanceOf(EndNotAfterStart.class);
    WorkLog log = open();
    assertThatThrownBy(() -> log.complete(completion(ago(3)))).isInstanceOf(EndNotAfterStart.class);
    assertThat(log.status()).isEqualTo(WorkLogStatus.OPEN);
  }

  @Test
  void work_does_not_end_the_day_after_tomorrow() {
    assertThatThrownBy(() -> begin(ago(1), ago(-25), null, ACTIVE))
        .isInstanceOf(TimeTooFarAhead.class);
    assertThatThrownBy(() -> begin(ago(-25), null, null, ACTIVE))
        .isInstanceOf(TimeTooFarAhead.class);
  }

  @Test
  void work_starts_while_its_event_is_active() {
    assertThatThrownBy(() -> begin(ago(13), null, null, ACTIVE))
        .isInstanceOf(StartOutsideEvent.class);
    WorkLog log = open();
    assertThatThrownBy(() -> log.describe(contents(ago(13), null), ACTIVE, true))
        .isInstanceOf(StartOutsideEvent.class);
  }

  @Test
  void a_closed_event_takes_only_work_that_is_done_and_flags_it() {
    assertThatThrownBy(() -> begin(ago(3), null, ago(2), CLOSED)).isInstanceOf(LateLogIsOpen.class);
    WorkLogView late = view(begin(ago(3), ago(2), ago(2), CLOSED));
    assertThat(late.late()).isTrue();
    assertThat(late.status()).isEqualTo(WorkLogStatus.COMPLETED);
    assertThat(late.capturedAt()).isEqualTo(ago(2));
    assertThat(late.receivedAt()).isAfterOrEqualTo(NOW);
  }

  @Test
  void a_quantity_has_a_unit_and_a_material() {
    WorkLog log = open();
    assertThatThrownBy(() -> log.complete(spread("Salt", BigDecimal.TEN, null)))
        .isInstanceOf(InvalidField.class);
    assertThatThrownBy(() -> log.complete(spread(null, BigDecimal.TEN, MaterialUnit.KG)))
        .isInstanceOf(InvalidField.class);
    log.complete(spread("Salt", BigDecimal.TEN, MaterialUnit.KG));
    assertThat(view(log).materialUnit()).contains(MaterialUnit.KG);
  }

  @Test
  void what_it_costs_is_shown_to_the_office_only() {
    WorkLog log = open();
    log.cost(Optional.of(new Rate(BigDecimal.valueOf(90), "USD")));
    assertThat(log.view(names(), true).hourlyRate()).contains(BigDecimal.valueOf(90));
    assertThat(log.view(names(), false).hourlyRate()).isEmpty();
    assertThat(log.view(names(), false).currency()).isEmpty();
  }

  private static WorkLog open() {
    return begin(ago(2), null, null, ACTIVE);
  }

  private static WorkLog completed() {
    return begin(ago(2), ago(1), null, ACTIVE);
  }

  private static WorkLog begin(Instant start, Instant end, Instant captured, ActiveWindow window) {
    return WorkLog.begin(
        new WorkLogDraft(
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            Work.PLOW,
            null,
            start,
            end,
            null,
            null,
            null,
            null,
            null,
            null,
            captured),
        MEMBER,
        window);
  }

  private static WorkLogContents contents(Instant start, Instant end) {
    return new WorkLogContents(Work.SALT, null, start, end, null, null, null, null, null, null);
  }

  private static WorkLogCompletion completion(Instant end) {
    return new WorkLogCompletion(end, null, null, null, null, null, null);
  }

  private static WorkLogCompletion spread(String what, BigDecimal quantity, MaterialUnit unit) {
    return new WorkLogCompletion(null, null, what, quantity, unit, null, null);
  }

  private static WorkLogView view(WorkLog log) {
    return log.view(names(), true);
  }

  private static WorkLogNames names() {
    return new WorkLogNames(Map.of(), Map.of(), Map.of());
  }

  private static Instant ago(int hours) {
    return NOW.minus(Duration.ofHours(hours));
  }
}
