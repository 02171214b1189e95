package com.contractorportal.account;

import com.contractorportal.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A browser in which a person has signed in, by the hash of what it was given to remember. */
@Entity
@Table(name = "known_browser")
class KnownBrowser {

  @Id private UUID id;

  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected KnownBrowser() {}

  KnownBrowser(UUID accountId, SecretToken token, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.tokenHash = token.hash();
    this.createdAt = now;
    this.seenAt = now;
  }

  void seen(Instant now) {
    seenAt = now;
  }
}
