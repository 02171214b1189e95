package com.contractorportal.account;

import com.contractorportal.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A sign-in whose password was right, and that waits for the second factor. */
@Entity
@Table(name = "sign_in_challenge")
class SignInChallenge {

  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  @Id private UUID id;

  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private boolean passed;

  protected SignInChallenge() {}

  SignInChallenge(UUID accountId, SecretToken token, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.tokenHash = token.hash();
    this.createdAt = now;
    this.expiresAt = now.plus(GOOD_FOR);
  }

  boolean isOpen(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** The code was right; what may be missing is the choice of a company. */
  void pass() {
    passed = true;
  }

  boolean isPassed() {
    return passed;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
