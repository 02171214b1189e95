package com.contractorportal.property;

import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * A place that the customer clears of snow and ice.
 *
 * <p>It is created {@code ACTIVE}, may be {@code PAUSED} for a while, and is {@code ARCHIVED} at
 * the end of its service; then it leaves all routes.
 */
@Entity
@Table(name = "property")
class Property extends CustomerOwned {

  /** About eleven centimetres: what the column keeps. */
  private static final int COORDINATE_DECIMALS = 6;

  private String name;
  private String street;
  private String unit;
  private String city;
  private String state;

  @Column(name = "postal_code")
  private String postalCode;

  private BigDecimal latitude;
  private BigDecimal longitude;

  @Enumerated(EnumType.STRING)
  private PropertyKind kind;

  @Column(name = "area_m2")
  private BigDecimal areaM2;

  @Column(name = "trigger_depth_cm")
  private BigDecimal triggerDepthCm;

  @Column(name = "site_notes")
  private String siteNotes;

  @Enumerated(EnumType.STRING)
  private PropertyStatus status;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Property() {}

  Property(PropertyDraft draft) {
    createdAt = Now.instant();
    describe(draft);
  }

  /** Makes it what the draft says. */
  void describe(PropertyDraft draft) {
    if ((draft.latitude() == null) != (draft.longitude() == null)) {
      throw new InvalidField(
          draft.latitude() == null ? "latitude" : "longitude",
          "Give both latitude and longitude, or neither.");
    }
    name = draft.name().strip();
    street = draft.street().strip();
    unit = textOrNull(draft.unit());
    city = textOrNull(draft.city());
    state = textOrNull(draft.state());
    postalCode = textOrNull(draft.postalCode());
    latitude = rounded(draft.latitude());
    longitude = rounded(draft.longitude());
    kind = Optional.ofNullable(draft.kind()).orElse(PropertyKind.OTHER);
    areaM2 = draft.areaM2();
    triggerDepthCm = draft.triggerDepthCm();
    siteNotes = textOrNull(draft.siteNotes());
    status = Optional.ofNullable(draft.status()).orElse(PropertyStatus.ACTIVE);
    updatedAt = Now.instant();
  }

  boolean isArchived() {
    return status == PropertyStatus.ARCHIVED;
  }

  String name() {
    return name;
  }

  Instant createdAt() {
    return createdAt;
  }

  PropertyView view() {
    return new PropertyView(
        id(),
        name,
        street,
        Optional.ofNullable(unit),
        Optional.ofNullable(city),
        Optional.ofNullable(state),
        Optional.ofNullable(postalCode),
        Optional.ofNullable(latitude),
        Optional.ofNullable(longitude),
        kind,
        Optional.ofNullable(areaM2),
        Optional.ofNullable(triggerDepthCm),
        Optional.ofNullable(siteNotes),
        status,
        version(),
        createdAt,
        updatedAt);
  }

  private static String textOrNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static BigDecimal rounded(BigDecimal degrees) {
    return degrees == null ? null : degrees.setScale(COORDINATE_DECIMALS, RoundingMode.HALF_UP);
  }
}
