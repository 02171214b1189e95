package com.contractorportal.account;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What a person is in one company; the only place of a role. */
@Entity
@Table(name = "membership")
@IdClass(Membership.Key.class)
class Membership {

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  @Id
  @Column(name = "customer_id")
  private String customerId;

  @Version private int version;

  @Enumerated(EnumType.STRING)
  private Role role;

  private boolean active;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Membership() {}

  Membership(UUID accountId, CustomerId customer, Role role) {
    this.accountId = accountId;
    this.customerId = customer.value();
    this.role = role;
    this.active = true;
    this.createdAt = Now.instant();
    this.updatedAt = createdAt;
  }

  /** The same place for another account of the same person. */
  Membership of(UUID otherAccount) {
    Membership other = new Membership(otherAccount, new CustomerId(customerId), role);
    other.active = active;
    other.createdAt = createdAt;
    return other;
  }

  void become(Role newRole, boolean nowActive) {
    role = newRole;
    active = nowActive;
    updatedAt = Now.instant();
  }

  boolean isActive() {
    return active;
  }

  UUID accountId() {
    return accountId;
  }

  String customerId() {
    return customerId;
  }

  Role role() {
    return role;
  }

  /** An account in a customer. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID accountId;
    private String customerId;

    public Key() {}

    Key(UUID accountId, String customerId) {
      this.accountId = accountId;
      this.customerId = customerId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(accountId, key.accountId)
          && Objects.equals(customerId, key.customerId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(accountId, customerId);
    }
  }
}
