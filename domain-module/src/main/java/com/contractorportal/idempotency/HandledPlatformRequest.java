package com.contractorportal.idempotency;

import com.contractorportal.persistence.Now;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A request of an operator that was done, and what came of it. */
@Entity
@IdClass(HandledPlatformRequest.Key.class)
@Table(name = "platform_idempotency_key")
class HandledPlatformRequest {

  @Id
  @Column(name = "account_id")
  private UUID accountId;

  @Id
  @Column(name = "request_key")
  private String key;

  @Version private int version;

  @Column(name = "request_digest")
  private byte[] digest;

  @Column(name = "entity_id")
  private String entityId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected HandledPlatformRequest() {}

  HandledPlatformRequest(UUID accountId, RequestKey request, String entityId) {
    this.accountId = accountId;
    this.key = request.key();
    this.digest = request.digest();
    this.entityId = entityId;
    this.createdAt = Now.instant();
  }

  boolean asked(RequestKey request) {
    return MessageDigest.isEqual(digest, request.digest());
  }

  String entityId() {
    return entityId;
  }

  /** The operator and the key that they gave. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID accountId;
    private String key;

    Key() {}

    Key(UUID accountId, String key) {
      this.accountId = accountId;
      this.key = key;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Objects.equals(accountId, that.accountId)
          && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
      return Objects.hash(accountId, key);
    }
  }
}
