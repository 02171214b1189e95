package com.contractorportal.winterevent;

import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A storm or a freeze that calls for work.
 *
 * <p>It is {@code PLANNED} when a forecast announces it, {@code ACTIVE} from the moment crews work
 * for it, and {@code CLOSED} when it is over; one that did not come is {@code CANCELLED}.
 */
@Entity
@Table(name = "winter_event")
class WinterEvent extends CustomerOwned {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  private String name;

  @Enumerated(EnumType.STRING)
  private EventKind kind;

  @Enumerated(EnumType.STRING)
  private EventStatus status;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "forecast_depth_cm")
  private BigDecimal forecastDepthCm;

  @Column(name = "measured_depth_cm")
  private BigDecimal measuredDepthCm;

  private String notes;

  @Column(name = "activated_at")
  private Instant activatedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected WinterEvent() {}

  WinterEvent(WinterEventDraft draft) {
    status = EventStatus.PLANNED;
    createdAt = Now.instant();
    describe(draft);
  }

  /** Makes it what the draft says; its status changes by the verbs below only. */
  void describe(WinterEventDraft draft) {
    checkTime("startsAt", draft.startsAt());
    checkTime("endsAt", draft.endsAt());
    if (draft.endsAt() != null && !draft.endsAt().isAfter(draft.startsAt())) {
      throw new InvalidField("endsAt", "An event ends after its start.");
    }
    if (draft.endsAt() == null && status == EventStatus.CLOSED) {
      throw new InvalidField("endsAt", "A closed event has an end.");
    }
    name = draft.name().strip();
    kind = draft.kind();
    startsAt = stored(draft.startsAt());
    endsAt = draft.endsAt() == null ? null : stored(draft.endsAt());
    forecastDepthCm = draft.forecastDepthCm();
    measuredDepthCm = draft.measuredDepthCm();
    notes = draft.notes() == null || draft.notes().isBlank() ? null : draft.notes().strip();
    updatedAt = Now.instant();
  }

  /** Times know years that no database does. */
  private static void checkTime(String field, Instant time) {
    if (time != null && (time.isBefore(EARLIEST) || !time.isBefore(LATEST))) {
      throw new InvalidField(field, "Give a time in the years 1900 to 2999.");
    }
  }

  /** Crews work for it from now on. */
  void activate() {
    switch (status) {
      case PLANNED -> {
        become(EventStatus.ACTIVE);
        activatedAt = updatedAt;
      }
      case ACTIVE -> throw new EventIsActive();
      case CLOSED, CANCELLED -> throw new EventIsOver(status);
    }
  }

  /** It is over; it ended now unless its end is known already. */
  void close() {
    switch (status) {
      case PLANNED -> throw new EventIsNotActive();
      case ACTIVE -> {
        Instant now = Now.instant();
        if (endsAt == null || endsAt.isAfter(now)) {
          endsAt = now.isAfter(startsAt) ? now : startsAt.plus(1, ChronoUnit.MINUTES);
        }
        become(EventStatus.CLOSED);
        closedAt = updatedAt;
      }
      case CLOSED, CANCELLED -> throw new EventIsOver(status);
    }
  }

  /** It did not come. */
  void cancel() {
    switch (status) {
      case PLANNED -> become(EventStatus.CANCELLED);
      case ACTIVE -> throw new EventIsActive();
      case CLOSED, CANCELLED -> throw new EventIsOver(status);
    }
  }

  /** Refuses if the event took place or is taking place. */
  void checkDeletable() {
    switch (status) {
      case PLANNED, CANCELLED -> {}
      case ACTIVE -> throw new EventIsActive();
      case CLOSED -> throw new EventIsHistory();
    }
  }

  private void become(EventStatus next) {
    status = next;
    updatedAt = Now.instant();
  }

  private static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  String name() {
    return name;
  }

  Instant startsAt() {
    return startsAt;
  }

  ActiveWindow window() {
    return new ActiveWindow(
        status, Optional.ofNullable(activatedAt), Optional.ofNullable(closedAt));
  }

  WinterEventView view() {
    return new WinterEventView(
        id(),
        name,
        kind,
        status,
        startsAt,
        Optional.ofNullable(endsAt),
        Optional.ofNullable(forecastDepthCm),
        Optional.ofNullable(measuredDepthCm),
        Optional.ofNullable(notes),
        Optional.ofNullable(activatedAt),
        Optional.ofNullable(closedAt),
        version(),
        createdAt,
        updatedAt);
  }
}
