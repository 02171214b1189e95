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
 * and is {@code CLOSED} in the end; a closed one may be reopened as long as its data has not been
 * erased. {@link CustomerChange} says what is possible when.
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

  @Column(name = "second_factor_required")
  private boolean secondFactorRequired;

  @Column(name = "contact_email")
  private String contactEmail;

  @Column(name = "status_reason")
  private String statusReason;

  @Column(name = "suspended_at")
  private Instant suspendedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "support_allowed")
  private boolean supportAllowed;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Customer() {}

  /** Begins with a trial. */
  Customer(CustomerId id, CustomerTermsDraft terms) {
    this.id = id.value();
    this.status = CustomerStatus.TRIAL;
    this.supportAllowed = true;
    this.createdAt = Now.instant();
    agree(terms);
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

  /** It holds on the next request of each person. */
  void requireSecondFactor(boolean required) {
    secondFactorRequired = required;
    updatedAt = Now.instant();
  }

  SecondFactorRule secondFactorRule() {
    return new SecondFactorRule(secondFactorRequired, version);
  }

  void agree(CustomerTermsDraft terms) {
    name = terms.name().strip();
    units = terms.units();
    locale = terms.locale();
    timeZone = terms.timeZone();
    currency = terms.currency();
    plan = terms.plan();
    contactEmail = terms.contactEmail();
    updatedAt = Now.instant();
  }

  /**
   * @param reason if there has to be one
   * @throws CustomerStandsOtherwise if that is not possible at present
   */
  void become(CustomerChange change, Optional<String> reason) {
    status = change.from(status);
    updatedAt = Now.instant();
    statusReason = reason.map(String::strip).orElse(null);
    closedAt = status == CustomerStatus.CLOSED ? updatedAt : null;
    if (status == CustomerStatus.SUSPENDED) {
      suspendedAt = updatedAt;
    } else if (status == CustomerStatus.ACTIVE) {
      suspendedAt = null;
    }
  }

  /** Lets the vendor's support in on its request, or keeps it out. */
  void allowSupport(boolean allowed) {
    supportAllowed = allowed;
    updatedAt = Now.instant();
  }

  SupportSetting supportSetting() {
    return new SupportSetting(supportAllowed, version);
  }

  CustomerProfile profile() {
    return new CustomerProfile(
        id, name, units, locale, timeZone, currency, Optional.ofNullable(contactEmail), version);
  }

  CustomerView view() {
    return new CustomerView(
        id,
        name,
        status,
        plan,
        timeZone,
        locale,
        units,
        currency,
        Optional.ofNullable(contactEmail),
        Optional.ofNullable(statusReason),
        Optional.ofNullable(suspendedAt),
        Optional.ofNullable(closedAt),
        version,
        createdAt,
        updatedAt);
  }
}
