package com.contractorportal.account;

import com.contractorportal.account.oidc.ProviderIdentity;
import com.contractorportal.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Whom a provider knows the person of an account as: one person of each provider, and for good. */
@Entity
@Table(name = "account_identity")
class AccountIdentity {

  @Id private UUID id;

  @Version private int version;

  @Column(name = "account_id")
  private UUID accountId;

  private String issuer;

  private String subject;

  @Column(name = "created_at")
  private Instant createdAt;

  protected AccountIdentity() {}

  AccountIdentity(UUID accountId, ProviderIdentity identity, Instant now) {
    this.id = Ids.next();
    this.accountId = accountId;
    this.issuer = identity.issuer();
    this.subject = identity.subject();
    this.createdAt = now;
  }
}
