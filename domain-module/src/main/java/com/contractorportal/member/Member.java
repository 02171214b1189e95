package com.contractorportal.member;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A person's profile inside one customer. Role and sign-in stand with their account. */
@Entity
@Table(name = "member")
class Member extends CustomerOwned {

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "display_name")
  private String displayName;

  private String phone;

  @Column(name = "hourly_cost")
  private BigDecimal hourlyCost;

  private String currency;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Member() {}

  UUID accountId() {
    return accountId;
  }

  String displayName() {
    return displayName;
  }
}
