package com.contractorportal.property;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A place that the customer clears of snow and ice.
 *
 * <p>It is created {@code ACTIVE}, may be {@code PAUSED} for a while, and is {@code ARCHIVED} at
 * the end of its service; then it leaves all routes and lists. One that is deleted is hidden from
 * everybody, and can be restored for a while.
 */
@Entity
@Table(name = "property")
class Property extends CustomerOwned {

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

  @Column(name = "external_ref")
  private String externalRef;

  @Column(name = "deleted_at")
  private Instant deletedAt;

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
    PropertyDraft normal = draft.normal();
    name = normal.name();
    street = normal.street();
    unit = normal.unit();
    city = normal.city();
    state = normal.state();
    postalCode = normal.postalCode();
    latitude = normal.latitude();
    longitude = normal.longitude();
    kind = normal.kind();
    areaM2 = normal.areaM2();
    triggerDepthCm = normal.triggerDepthCm();
    siteNotes = normal.siteNotes();
    status = normal.status();
    externalRef = normal.externalRef();
    updatedAt = Now.instant();
  }

  /** What it is, as a draft would say it. */
  PropertyDraft draft() {
    return new PropertyDraft(
        name,
        street,
        unit,
        city,
        state,
        postalCode,
        latitude,
        longitude,
        kind,
        areaM2,
        triggerDepthCm,
        siteNotes,
        status,
        externalRef);
  }

  /** Whether the draft says nothing new. */
  boolean isAs(PropertyDraft draft) {
    return draft().equals(draft.normal());
  }

  /** Whether it has the position it had then, if any. */
  boolean isWhere(PropertyView then) {
    return then.latitude().equals(Optional.ofNullable(latitude))
        && then.longitude().equals(Optional.ofNullable(longitude));
  }

  /** Ends its service for good; it stays for its history. */
  void archive() {
    status = PropertyStatus.ARCHIVED;
    updatedAt = Now.instant();
  }

  /** Hides it, until it is restored or erased. */
  void delete() {
    deletedAt = Now.instant();
    updatedAt = deletedAt;
  }

  void restore() {
    deletedAt = null;
    updatedAt = Now.instant();
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  /** Whether it was deleted, and long ago. */
  boolean isDeletedBefore(Instant before) {
    return isDeleted() && deletedAt.isBefore(before);
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
        Optional.ofNullable(externalRef),
        version(),
        createdAt,
        updatedAt,
        Optional.ofNullable(deletedAt));
  }
}
