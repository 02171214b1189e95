package com.contractorportal.account;

import com.contractorportal.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One link of a session. Signing in makes the first; every refresh retires a link and adds a new
 * one with a new token, so that a token works once, or for ten seconds more if several tabs use it
 * at the same time. A token that comes later was stolen, or its owner's was: the whole chain ends.
 *
 * <p>All links of a session share the id of the first as their family; the first stands for the
 * session when a request is checked.
 */
@Entity
@Table(name = "account_session")
class AccountSession {

  /** A session ends then, however often it is refreshed. */
  private static final Duration LONGEST = Duration.ofDays(30);

  /** A session that nobody refreshes for so long has ended. */
  private static final Duration LONGEST_IDLE = Duration.ofDays(7);

  /** How long a retired token may still be used by another tab. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final int USER_AGENT_LENGTH = 200;

  @Id private UUID id;

  @Version private int version;

  @Column(name = "family_id")
  private UUID familyId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "rotated_from")
  private UUID rotatedFrom;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  /** Whether the person showed a second factor in this session. */
  @Column(name = "second_factor")
  private boolean secondFactor;

  @Column(name = "user_agent")
  private String userAgent;

  protected AccountSession() {}

  private AccountSession(
      UUID accountId, Optional<String> customerId, SecretToken token, Client client, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.customerId = customerId.orElse(null);
    this.tokenHash = token.hash();
    this.createdAt = now;
    this.userAgent =
        client
            .userAgent()
            .map(text -> text.substring(0, Math.min(text.length(), USER_AGENT_LENGTH)))
            .orElse(null);
  }

  /** The first link of a new session. */
  static AccountSession open(
      UUID accountId,
      Optional<String> customerId,
      SecretToken token,
      boolean secondFactor,
      Client client,
      Instant now) {
    AccountSession first = new AccountSession(accountId, customerId, token, client, now);
    first.secondFactor = secondFactor;
    first.familyId = first.id;
    first.expiresAt = now.plus(LONGEST);
    return first;
  }

  /** Retires this link; the next one may be for another customer. */
  AccountSession next(Optional<String> forCustomer, SecretToken token, Client client, Instant now) {
    AccountSession next = new AccountSession(accountId, forCustomer, token, client, now);
    next.familyId = familyId;
    next.secondFactor = secondFactor;
    next.expiresAt = expiresAt;
    next.rotatedFrom = id;
    if (rotatedAt == null) {
      rotatedAt = now;
    }
    return next;
  }

  /** Whether the token was used before, longer ago than tabs of one person can explain. */
  boolean isReplayed(Instant now) {
    return rotatedAt != null && now.isAfter(rotatedAt.plus(GRACE));
  }

  /** Whether the session may go on. */
  boolean isAlive(Instant now) {
    return revokedAt == null
        && now.isBefore(expiresAt)
        && now.isBefore(createdAt.plus(LONGEST_IDLE));
  }

  /** Links made before then have not been refreshed for too long. */
  static Instant idleSince(Instant now) {
    return now.minus(LONGEST_IDLE);
  }

  UUID id() {
    return id;
  }

  UUID familyId() {
    return familyId;
  }

  UUID accountId() {
    return accountId;
  }

  Optional<String> customerId() {
    return Optional.ofNullable(customerId);
  }

  boolean hasSecondFactor() {
    return secondFactor;
  }

  Optional<String> userAgent() {
    return Optional.ofNullable(userAgent);
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
