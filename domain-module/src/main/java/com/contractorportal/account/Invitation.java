package com.contractorportal.account;

import com.contractorportal.persistence.Ids;
import com.contractorportal.tenancy.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The link by which somebody joins a customer. It works once, for a week, and until there is a
 * newer one. The database knows only the hash of its secret.
 */
@Entity
@Table(name = "invitation")
class Invitation {

  private static final Duration GOOD_FOR = Duration.ofDays(7);

  @Id private UUID id;

  @Version private int version;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  private boolean mailed;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected Invitation() {}

  /**
   * @param mailed whether the secret goes to the person's address and is shown to nobody else
   */
  Invitation(
      CustomerId customer,
      UUID accountId,
      SecretToken token,
      boolean mailed,
      UUID createdBy,
      Instant now) {
    this.id = Ids.next();
    this.customerId = customer.value();
    this.accountId = accountId;
    this.tokenHash = token.hash();
    this.mailed = mailed;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.expiresAt = now.plus(GOOD_FOR);
  }

  boolean isOpen(Instant now) {
    return acceptedAt == null && revokedAt == null && now.isBefore(expiresAt);
  }

  /** Whoever holds the secret reads the person's mail. */
  boolean provesAddress() {
    return mailed;
  }

  void accept(UUID byAccount, Instant now) {
    accountId = byAccount;
    acceptedAt = now;
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  UUID accountId() {
    return accountId;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
