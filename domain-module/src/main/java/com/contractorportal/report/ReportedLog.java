package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;

/** A work log as reports read it. */
@Entity
@ReadOnly
@Table(name = "winter_ops_log")
class ReportedLog extends CustomerOwned {

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "property_id")
  private UUID propertyId;

  @Column(name = "member_id")
  private UUID memberId;

  private String work;
  private String status;
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

  @Column(name = "material_unit")
  private String materialUnit;

  private Integer passes;
  private String notes;

  @Column(name = "rejection_reason")
  private String rejectionReason;

  @Column(name = "corrected_by")
  private UUID correctedBy;

  @Column(name = "received_at")
  private Instant receivedAt;

  private boolean late;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ReportedLog() {}

  UUID eventId() {
    return eventId;
  }

  UUID propertyId() {
    return propertyId;
  }

  UUID memberId() {
    return memberId;
  }

  String work() {
    return work;
  }

  String status() {
    return status;
  }

  /** Null if there is none, as {@link Report.Rows} takes it; so are the others. */
  String equipment() {
    return equipment;
  }

  Instant startedAt() {
    return startedAt;
  }

  Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  Optional<Duration> duration() {
    return endedAt().map(end -> Duration.between(startedAt, end));
  }

  BigDecimal depthCm() {
    return depthCm;
  }

  String material() {
    return material;
  }

  BigDecimal materialQuantity() {
    return materialQuantity;
  }

  String materialUnit() {
    return materialUnit;
  }

  Integer passes() {
    return passes;
  }

  String notes() {
    return notes;
  }

  String rejectionReason() {
    return rejectionReason;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  boolean isLate() {
    return late;
  }
}
