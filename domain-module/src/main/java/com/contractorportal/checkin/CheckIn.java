package com.contractorportal.checkin;

import com.contractorportal.geo.Distance;
import com.contractorportal.geo.Position;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerOwned;
import com.contractorportal.winterevent.ActiveWindow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody came or went; it never changes. */
@Entity
@Table(name = "event_checkin")
class CheckIn extends CustomerOwned {

  /** Further away, somebody is not at the property, whatever their device knows of its errors. */
  private static final double FAR_M = 500;

  private static final int DEGREE_DECIMALS = 6;

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "member_id")
  private UUID memberId;

  @Column(name = "property_id")
  private UUID propertyId;

  @Enumerated(EnumType.STRING)
  private CheckInKind kind;

  @Column(name = "captured_at")
  private Instant capturedAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  private BigDecimal latitude;

  private BigDecimal longitude;

  @Column(name = "accuracy_m")
  private BigDecimal accuracyM;

  @Column(name = "distance_m")
  private BigDecimal distanceM;

  private boolean late;

  private boolean far;

  private String note;

  protected CheckIn() {}

  /**
   * @param window of the event
   * @param property where the property is, if that is known
   */
  CheckIn(
      UUID eventId,
      UUID memberId,
      CheckInDraft draft,
      ActiveWindow window,
      Optional<Position> property) {
    this.eventId = eventId;
    this.memberId = memberId;
    propertyId = draft.propertyId();
    kind = draft.kind();
    receivedAt = Now.instant();
    capturedAt =
        draft.capturedAt() == null ? receivedAt : draft.capturedAt().truncatedTo(ChronoUnit.MICROS);
    late = window.admits(capturedAt, receivedAt);
    if ((draft.latitude() == null) != (draft.longitude() == null)) {
      throw new InvalidField("longitude", "Give a latitude together with its longitude.");
    }
    latitude = degrees("latitude", draft.latitude(), 90);
    longitude = degrees("longitude", draft.longitude(), 180);
    accuracyM =
        draft.accuracyM() == null ? null : draft.accuracyM().setScale(2, RoundingMode.HALF_UP);
    note = draft.note() == null || draft.note().isBlank() ? null : draft.note().strip();
    Position.of(Optional.ofNullable(latitude), Optional.ofNullable(longitude))
        .ifPresent(here -> property.ifPresent(there -> measure(Distance.metres(here, there))));
  }

  private void measure(double metres) {
    distanceM = BigDecimal.valueOf(metres).setScale(2, RoundingMode.HALF_UP);
    far = metres > FAR_M + (accuracyM == null ? 0 : accuracyM.doubleValue());
  }

  private static BigDecimal degrees(String field, BigDecimal given, int most) {
    if (given == null) {
      return null;
    }
    if (given.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new PositionOutOfRange(field, most);
    }
    return given.setScale(DEGREE_DECIMALS, RoundingMode.HALF_UP);
  }

  Instant capturedAt() {
    return capturedAt;
  }

  UUID memberId() {
    return memberId;
  }

  Optional<UUID> propertyId() {
    return Optional.ofNullable(propertyId);
  }

  CheckInView view(Map<UUID, String> members, Map<UUID, String> properties) {
    return new CheckInView(
        id(),
        eventId,
        memberId,
        members.getOrDefault(memberId, ""),
        propertyId(),
        propertyId().map(properties::get),
        kind,
        capturedAt,
        receivedAt,
        Optional.ofNullable(latitude),
        Optional.ofNullable(longitude),
        Optional.ofNullable(accuracyM),
        Optional.ofNullable(distanceM),
        late,
        far,
        Optional.ofNullable(note));
  }
}
