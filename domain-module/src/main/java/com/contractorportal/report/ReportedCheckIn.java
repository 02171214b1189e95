package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;

/** A check-in as reports read it. */
@Entity
@ReadOnly
@Table(name = "event_checkin")
class ReportedCheckIn extends CustomerOwned {

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "member_id")
  private UUID memberId;

  @Column(name = "property_id")
  private UUID propertyId;

  private String kind;

  @Column(name = "captured_at")
  private Instant capturedAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "distance_m")
  private BigDecimal distanceM;

  protected ReportedCheckIn() {}

  /** Whether it is of the log's member, at its property, for its event. */
  boolean belongsTo(ReportedLog log) {
    return eventId.equals(log.eventId())
        && memberId.equals(log.memberId())
        && log.propertyId().equals(propertyId);
  }

  UUID propertyId() {
    return propertyId;
  }

  boolean isIn() {
    return kind.equals("IN");
  }

  Instant capturedAt() {
    return capturedAt;
  }

  /** From the property, in metres; null if not known. */
  BigDecimal distanceM() {
    return distanceM;
  }
}
