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

/**
 * Somebody says to have forgotten the password of an address. It is written down alike for all
 * addresses; later, where nobody waits for an answer, it is settled: the address has an account
 * that may be opened by its mail, which gets a link, or it comes to nothing.
 *
 * <p>What was typed is forgotten then, as it may have been a password; its hash is enough to count
 * how often one address is asked for.
 */
@Entity
@Table(name = "password_reset")
class PasswordReset {

  private static final Duration GOOD_FOR = Duration.ofMinutes(30);

  @Id private UUID id;

  @Version private int version;

  private String email;

  @Column(name = "address_hash")
  private byte[] addressHash;

  @Column(name = "request_id")
  private String requestId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "settled_at")
  private Instant settledAt;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected PasswordReset() {}

  PasswordReset(String email, String requestId, Instant now) {
    this.id = Ids.next();
    this.email = Account.normalized(email);
    this.addressHash = hash(email);
    this.requestId = requestId;
    this.createdAt = now;
  }

  /** By which the requests for one address are counted. */
  static byte[] hash(String email) {
    return Sha256.of(Account.normalized(email));
  }

  /** It concerns this account, whose address gets a link with this secret. */
  void settle(UUID account, SecretToken token, Instant now) {
    accountId = account;
    tokenHash = token.hash();
    expiresAt = now.plus(GOOD_FOR);
    settle(now);
  }

  /** It comes to nothing. */
  void settle(Instant now) {
    email = null;
    settledAt = now;
  }

  boolean isOpen(Instant now) {
    return tokenHash != null && endedAt == null && now.isBefore(expiresAt);
  }

  UUID accountId() {
    return accountId;
  }

  String email() {
    return email;
  }

  String requestId() {
    return requestId;
  }
}
