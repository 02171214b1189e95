package com.contractorportal.worklog;

import com.contractorportal.equipment.EquipmentRates.Rate;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerOwned;
import com.contractorportal.winterevent.ActiveWindow;
import com.contractorportal.winterevent.Work;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What one member did at one property for one winter event.
 *
 * <p>It is {@code OPEN} while the work is under way, {@code COMPLETED} when it is done, and then
 * {@code APPROVED} or {@code REJECTED} by the office. A rejected log is put right and completed
 * again. An approved one never changes: a correction is a new log that names it.
 */
@Entity
@Table(name = "winter_ops_log")
class WorkLog extends CustomerOwned {

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "property_id")
  private UUID propertyId;

  @Column(name = "member_id")
  private UUID memberId;

  @Enumerated(EnumType.STRING)
  private Work work;

  @Enumerated(EnumType.STRING)
  private WorkLogStatus status;

  private String equipment;

  @Column(name = "hourly_rate")
  private BigDecimal hourlyRate;

  private String currency;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "depth_cm")
  private BigDecimal depthCm;

  private String material;

  @Column(name = "material_quantity")
  private BigDecimal materialQuantity;

  @Enumerated(EnumType.STRING)
  @Column(name = "material_unit")
  private MaterialUnit materialUnit;

  private Integer passes;

  private String notes;

  @Column(name = "rejection_reason")
  private String rejectionReason;

  @Column(name = "corrects_id")
  private UUID correctsId;

  /**
   * The other end of {@link #correctsId}, kept by {@link WorkLogRepository#correct}: it is no part
   * of what the log says, so it changes neither the log nor its version.
   */
  @Column(name = "corrected_by", insertable = false, updatable = false)
  private UUID correctedBy;

  @Column(name = "captured_at")
  private Instant capturedAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  private boolean late;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected WorkLog() {}

  private WorkLog(UUID eventId, UUID propertyId, UUID memberId, Instant capturedAt) {
    this.eventId = eventId;
    this.propertyId = propertyId;
    this.memberId = memberId;
    createdAt = Now.instant();
    receivedAt = createdAt;
    this.capturedAt = capturedAt == null ? receivedAt : stored(capturedAt);
    status = WorkLogStatus.OPEN;
  }

  /**
   * Work that begins; work that was done, if its end is given.
   *
   * @param window of the draft's event
   */
  static WorkLog begin(WorkLogDraft draft, UUID memberId, ActiveWindow window) {
    WorkLog log = new WorkLog(draft.eventId(), draft.propertyId(), memberId, draft.capturedAt());
    log.late = window.admits(log.capturedAt, log.receivedAt);
    if (log.late && draft.endedAt() == null) {
      throw new LateLogIsOpen();
    }
    if (draft.endedAt() != null) {
      log.status = WorkLogStatus.COMPLETED;
    }
    log.write(draft.contents(log.capturedAt), window);
    return log;
  }

  /** Work that begins with its event, as planned. */
  static WorkLog planned(UUID eventId, UUID propertyId, UUID memberId, Work work) {
    WorkLog log = new WorkLog(eventId, propertyId, memberId, null);
    log.work = work;
    log.startedAt = log.receivedAt;
    log.updatedAt = log.receivedAt;
    return log;
  }

  /**
   * Makes it what the contents say.
   *
   * @param asCrew whether a crew does so, which has no say any more once the work is done
   */
  void describe(WorkLogContents contents, ActiveWindow window, boolean asCrew) {
    switch (status) {
      case OPEN -> {
        if (contents.endedAt() != null) {
          throw new InvalidField("endedAt", "Work that is under way has no end; complete it.");
        }
      }
      case COMPLETED -> {
        if (asCrew) {
          throw new LogIsCompleted();
        }
        checkEnds(contents);
      }
      case REJECTED -> checkEnds(contents);
      case APPROVED -> throw new LogIsApproved();
    }
    write(contents, window);
  }

  /** Work is done. */
  void complete(WorkLogCompletion completion) {
    switch (status) {
      case OPEN, REJECTED -> {}
      case COMPLETED -> throw new LogIsCompleted();
      case APPROVED -> throw new LogIsApproved();
    }
    Instant now = Now.instant();
    Instant end =
        completion.endedAt() != null ? completion.endedAt() : endedAt == null ? now : endedAt;
    checkEnd(startedAt, end);
    endedAt = stored(end);
    if (completion.depthCm() != null) {
      depthCm = completion.depthCm();
    }
    if (completion.material() != null
        || completion.materialQuantity() != null
        || completion.materialUnit() != null) {
      spread(
          completion.material() == null ? material : completion.material(),
          completion.materialQuantity() == null ? materialQuantity : completion.materialQuantity(),
          completion.materialUnit() == null ? materialUnit : completion.materialUnit());
    }
    if (completion.passes() != null) {
      passes = completion.passes();
    }
    if (completion.notes() != null) {
      notes = textOrNull(completion.notes());
    }
    rejectionReason = null;
    become(WorkLogStatus.COMPLETED);
  }

  /** The office agrees. */
  void approve() {
    checkCompleted();
    become(WorkLogStatus.APPROVED);
  }

  /** The office does not agree. */
  void reject(String reason) {
    checkCompleted();
    rejectionReason = reason.strip();
    become(WorkLogStatus.REJECTED);
  }

  /** A log that takes the place of this one; this one stays as it is. */
  WorkLog correct(WorkLogContents contents, ActiveWindow window) {
    if (status != WorkLogStatus.APPROVED) {
      throw new LogIsNotApproved();
    }
    WorkLog correction = new WorkLog(eventId, propertyId, memberId, null);
    correction.correctsId = id();
    correction.status = WorkLogStatus.COMPLETED;
    checkEnds(contents);
    correction.write(contents, window);
    return correction;
  }

  /** What an hour of its equipment costs; none if nobody has said so. */
  void cost(Optional<Rate> rate) {
    hourlyRate = rate.map(Rate::hourlyRate).orElse(null);
    currency = rate.map(Rate::currency).orElse(null);
  }

  private void write(WorkLogContents contents, ActiveWindow window) {
    window.checkStart(contents.startedAt());
    checkEnd(contents.startedAt(), contents.endedAt());
    spread(contents.material(), contents.materialQuantity(), contents.materialUnit());
    work = contents.work();
    equipment = textOrNull(contents.equipment());
    startedAt = stored(contents.startedAt());
    endedAt = contents.endedAt() == null ? null : stored(contents.endedAt());
    depthCm = contents.depthCm();
    passes = contents.passes();
    notes = textOrNull(contents.notes());
    updatedAt = Now.instant();
  }

  private void spread(String what, BigDecimal quantity, MaterialUnit unit) {
    if ((quantity == null) != (unit == null)) {
      throw new InvalidField("materialUnit", "Give a quantity together with its unit.");
    }
    if (quantity != null && (what == null || what.isBlank())) {
      throw new InvalidField("material", "Say what the material is.");
    }
    material = textOrNull(what);
    materialQuantity = quantity;
    materialUnit = unit;
  }

  private static void checkEnds(WorkLogContents contents) {
    if (contents.endedAt() == null) {
      throw new InvalidField("endedAt", "Work that is done has an end.");
    }
  }

  private static void checkEnd(Instant start, Instant end) {
    ActiveWindow.checkNotAhead("startedAt", start, Now.instant());
    if (end != null) {
      ActiveWindow.checkNotAhead("endedAt", end, Now.instant());
      if (!stored(end).isAfter(stored(start))) {
        throw new EndNotAfterStart();
      }
    }
  }

  private void checkCompleted() {
    switch (status) {
      case COMPLETED -> {}
      case OPEN -> throw new LogIsOpen();
      case APPROVED -> throw new LogIsApproved();
      case REJECTED -> throw new LogIsRejected();
    }
  }

  private void become(WorkLogStatus next) {
    status = next;
    updatedAt = Now.instant();
  }

  private static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static String textOrNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  UUID eventId() {
    return eventId;
  }

  UUID propertyId() {
    return propertyId;
  }

  UUID memberId() {
    return memberId;
  }

  WorkLogStatus status() {
    return status;
  }

  Optional<String> equipment() {
    return Optional.ofNullable(equipment);
  }

  Optional<UUID> corrects() {
    return Optional.ofNullable(correctsId);
  }

  Optional<UUID> correctedBy() {
    return Optional.ofNullable(correctedBy);
  }

  Instant startedAt() {
    return startedAt;
  }

  WorkLogView view(WorkLogNames names, boolean withCost) {
    return new WorkLogView(
        id(),
        eventId,
        names.event(eventId),
        propertyId,
        names.property(propertyId),
        memberId,
        names.member(memberId),
        work,
        status,
        Optional.ofNullable(equipment),
        Optional.ofNullable(hourlyRate).filter(rate -> withCost),
        Optional.ofNullable(currency).filter(rate -> withCost),
        startedAt,
        Optional.ofNullable(endedAt),
        Optional.ofNullable(depthCm),
        Optional.ofNullable(material),
        Optional.ofNullable(materialQuantity),
        Optional.ofNullable(materialUnit),
        Optional.ofNullable(passes),
        Optional.ofNullable(notes),
        Optional.ofNullable(rejectionReason),
        Optional.ofNullable(correctsId),
        Optional.ofNullable(correctedBy),
        capturedAt,
        receivedAt,
        late,
        version(),
        createdAt,
        updatedAt);
  }
}
