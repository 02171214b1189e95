package com.contractorportal.account;

import com.contractorportal.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The hash of a code that stands in for an authenticator once. */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {

  @Id private UUID id;

  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "code_hash")
  private byte[] codeHash;

  @Column(name = "created_at")
  private Instant createdAt;

  protected RecoveryCode() {}

  RecoveryCode(UUID accountId, byte[] codeHash, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.codeHash = codeHash;
    this.createdAt = now;
  }
}
