package com.contractorportal.notification;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something that one person is told; theirs alone, and unread until they say so. */
@Entity
@Table(name = "notification")
class Notification extends CustomerOwned {

  @Column(name = "account_id")
  private UUID accountId;

  @Enumerated(EnumType.STRING)
  private NotificationKind kind;

  private String title;
  private String body;
  private String entity;

  @Column(name = "entity_id")
  private UUID entityId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "read_at")
  private Instant readAt;

  protected Notification() {}

  Notification(
      UUID accountId,
      NotificationKind kind,
      String title,
      String body,
      String entity,
      UUID entityId) {
    this.accountId = accountId;
    this.kind = kind;
    this.title = title;
    this.body = body;
    this.entity = entity;
    this.entityId = entityId;
    this.createdAt = Now.instant();
  }

  /** The first reading counts. */
  void read() {
    if (readAt == null) {
      readAt = Now.instant();
    }
  }

  boolean isTo(UUID account) {
    return accountId.equals(account);
  }

  Instant createdAt() {
    return createdAt;
  }

  NotificationView view() {
    return new NotificationView(
        id(), kind, title, body, entity, entityId, createdAt, Optional.ofNullable(readAt));
  }
}
