package com.contractorportal.assignment;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A member serves a property; of those who do, one is the primary one. */
@Entity
@Table(name = "property_contractor")
class PropertyContractor extends CustomerOwned {

  @Column(name = "property_id")
  private UUID propertyId;

  @Column(name = "member_id")
  private UUID memberId;

  @Column(name = "is_primary")
  private boolean primary;

  @Column(name = "created_at")
  private Instant createdAt;

  protected PropertyContractor() {}

  PropertyContractor(UUID propertyId, UUID memberId) {
    this.propertyId = propertyId;
    this.memberId = memberId;
    this.createdAt = Now.instant();
  }

  UUID propertyId() {
    return propertyId;
  }

  UUID memberId() {
    return memberId;
  }

  boolean isPrimary() {
    return primary;
  }

  void makePrimary(boolean is) {
    primary = is;
  }

  Instant createdAt() {
    return createdAt;
  }
}
