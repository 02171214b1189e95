package com.contractorportal.customer;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * A contracting company that uses the portal.
 *
 * <p>It starts with a {@code TRIAL}, becomes {@code ACTIVE}, may be {@code SUSPENDED} for a while
 * and is {@code CLOSED} in the end.
 */
@Entity
@Table(name = "customer")
class Customer {

  @Id
  @Column(name = "customer_id")
  private String id;

  @Version private int version;

  private String name;

  @Enumerated(EnumType.STRING)
  private CustomerStatus status;

  private String plan;

  @Column(name = "time_zone")
  private String timeZone;

  private String locale;

  @Enumerated(EnumType.STRING)
  private Units units;

  private String currency;

  @Column(name = "contact_email")
  private String contactEmail;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Customer() {}

  Customer(CustomerId id, String name, String timeZone, String locale, String currency) {
    this.id = id.value();
    this.name = name;
    this.status = CustomerStatus.TRIAL;
    this.plan = "ENTERPRISE";
    this.timeZone = timeZone;
    this.locale = locale;
    this.units = Units.METRIC;
    this.currency = currency;
    this.createdAt = Now.instant();
    this.updatedAt = createdAt;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  Instant createdAt() {
    return createdAt;
  }

  int version() {
    return version;
  }

  void describe(CustomerDraft draft) {
    if (draft.name() != null) {
      name = draft.name().strip();
    }
    units = draft.units();
    locale = draft.locale();
    timeZone = draft.timeZone();
    contactEmail = draft.contactEmail();
    updatedAt = Now.instant();
  }

  CustomerProfile profile() {
    return new CustomerProfile(
        id, name, units, locale, timeZone, currency, Optional.ofNullable(contactEmail), version);
  }

  CustomerView view() {
    return new CustomerView(id, name, status, plan, timeZone, locale, currency, createdAt);
  }
}
