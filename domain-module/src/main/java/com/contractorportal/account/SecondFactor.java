package com.contractorportal.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A secret that a person's authenticator shares with the portal, sealed. It counts for nothing
 * until a code has shown that the authenticator has it.
 */
@Entity
@Table(name = "second_factor")
class SecondFactor {

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  @Version private int version;

  private byte[] secret;

  @Column(name = "last_step")
  private long lastStep;

  private int failures;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  protected SecondFactor() {}

  SecondFactor(UUID accountId, byte[] sealedSecret, Instant now) {
    this.accountId = accountId;
    beginAnew(sealedSecret, now);
  }

  /** Another secret for an authenticator that was never confirmed. */
  final void beginAnew(byte[] sealedSecret, Instant now) {
    secret = sealedSecret;
    createdAt = now;
  }

  void confirm(Instant now) {
    confirmedAt = now;
  }

  boolean isOn() {
    return confirmedAt != null;
  }

  boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** Counts apart from wrong passwords, which a right password makes forgotten. */
  void wasWrong(Instant now) {
    failures++;
    LockOut.after(failures).ifPresent(duration -> lockedUntil = now.plus(duration));
  }

  void wasRight() {
    failures = 0;
    lockedUntil = null;
  }

  /** No code of this time step, or of one before, is good again. */
  void used(long step) {
    lastStep = step;
  }

  long lastStep() {
    return lastStep;
  }

  byte[] secret() {
    return secret;
  }

  Instant confirmedAt() {
    return confirmedAt;
  }
}
