package com.contractorportal.idempotency;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

/** A request that was done, and what came of it. */
@Entity
@Table(name = "idempotency_key")
class HandledRequest extends CustomerOwned {

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "request_key")
  private String key;

  @Column(name = "request_digest")
  private byte[] digest;

  @Column(name = "entity_id")
  private UUID entityId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected HandledRequest() {}

  HandledRequest(UUID accountId, RequestKey request, UUID entityId) {
    this.accountId = accountId;
    this.key = request.key();
    this.digest = request.digest();
    this.entityId = entityId;
    this.createdAt = Now.instant();
  }

  boolean asked(RequestKey request) {
    return MessageDigest.isEqual(digest, request.digest());
  }

  UUID entityId() {
    return entityId;
  }
}
