package com.contractorportal.apikey;

import com.contractorportal.account.SecretToken;
import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The right of a customer's own program to work within some scopes, until it expires or is revoked.
 * What a key is good for never changes: make another one.
 */
@Entity
@Table(name = "api_key")
class ApiKey {

  @Id private UUID id;

  @Version private int version;

  @Column(name = "customer_id")
  private String customerId;

  private String name;

  @Column(name = "secret_hash")
  private byte[] secretHash;

  private String scopes;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "revoked_by")
  private UUID revokedBy;

  protected ApiKey() {}

  ApiKey(
      CustomerId customer,
      String name,
      SecretToken secret,
      Set<Scope> scopes,
      Instant expiresAt,
      UUID createdBy) {
    this.id = Ids.next();
    this.customerId = customer.value();
    this.name = name.strip();
    this.secretHash = secret.hash();
    this.scopes = Scope.text(scopes);
    this.expiresAt = expiresAt;
    this.createdBy = createdBy;
    this.createdAt = Now.instant();
  }

  /** Ends it for good, unless that was done before. */
  boolean revoke(UUID by) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = Now.instant();
    revokedBy = by;
    return true;
  }

  boolean isGood(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  /** Whether no use was noted since. */
  boolean isUseStale(Instant since) {
    return lastUsedAt == null || lastUsedAt.isBefore(since);
  }

  boolean hasSecret(SecretToken shown) {
    return MessageDigest.isEqual(secretHash, shown.hash());
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  Set<Scope> scopes() {
    return Scope.within(scopes);
  }

  Instant createdAt() {
    return createdAt;
  }

  ApiKeyView view() {
    return new ApiKeyView(
        id,
        name,
        scopes().stream().map(Scope::text).toList(),
        createdAt,
        expiresAt,
        Optional.ofNullable(lastUsedAt),
        Optional.ofNullable(revokedAt));
  }
}
