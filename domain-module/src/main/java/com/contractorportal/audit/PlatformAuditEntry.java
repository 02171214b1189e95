package com.contractorportal.audit;

import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One thing that an operator, or a person's sign-in, changed above customers. */
@Entity
@Table(name = "platform_audit")
class PlatformAuditEntry {

  @Id private UUID id;

  private Instant at;

  @Column(name = "actor_id")
  private UUID actorId;

  @Column(name = "actor_name")
  private String actorName;

  @Column(name = "on_behalf_of")
  private UUID onBehalfOf;

  private String action;
  private String entity;

  @Column(name = "entity_id")
  private String entityId;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "before_state")
  private String before;

  @Column(name = "after_state")
  private String after;

  @Column(name = "request_id")
  private String requestId;

  protected PlatformAuditEntry() {}

  PlatformAuditEntry(
      Actor actor,
      String action,
      String entity,
      String entityId,
      String customerId,
      String before,
      String after) {
    this.id = Ids.next();
    this.at = Now.instant();
    this.actorId = actor.accountId().orElse(null);
    this.actorName = actor.name();
    this.onBehalfOf = actor.onBehalfOf().orElse(null);
    this.action = action;
    this.entity = entity;
    this.entityId = entityId;
    this.customerId = customerId;
    this.before = before;
    this.after = after;
    this.requestId = actor.requestId();
  }

  UUID id() {
    return id;
  }

  Instant at() {
    return at;
  }

  PlatformAuditEntryView view() {
    return new PlatformAuditEntryView(
        id,
        at,
        actorName,
        Optional.ofNullable(onBehalfOf),
        action,
        entity,
        entityId,
        Optional.ofNullable(customerId),
        AuditTrail.state(before),
        AuditTrail.state(after),
        Optional.ofNullable(requestId));
  }
}
