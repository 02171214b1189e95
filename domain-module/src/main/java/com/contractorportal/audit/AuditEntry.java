package com.contractorportal.audit;

import com.contractorportal.persistence.AgelessIds;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One change in one customer's data: who did what to which row, and what it was before and after.
 */
@Entity
@Table(name = "audit_entry")
class AuditEntry extends CustomerOwned {

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

  @Column(name = "before_state")
  private String before;

  @Column(name = "after_state")
  private String after;

  @Column(name = "request_id")
  private String requestId;

  protected AuditEntry() {}

  AuditEntry(
      Actor actor, String action, String entity, String entityId, String before, String after) {
    this.at = Now.instant();
    this.actorId = actor.accountId().orElse(null);
    this.actorName = actor.name();
    this.onBehalfOf = actor.onBehalfOf().orElse(null);
    this.action = action;
    this.entity = entity;
    this.entityId = entityId;
    this.before = before;
    this.after = after;
    this.requestId = actor.requestId();
  }

  Instant at() {
    return at;
  }

  /**
   * All that is sealed, and leaves the portal: every column that says something, by a name of its
   * own. Whoever acted is told by an id that does not tell the account's age.
   */
  SortedMap<String, String> fields() {
    SortedMap<String, String> fields = new TreeMap<>();
    put(fields, "id", id());
    put(fields, "at", at);
    put(
        fields,
        "actorId",
        actorId().map(id -> AgelessIds.of(CurrentCustomer.require().value(), id)).orElse(null));
    put(fields, "actorName", actorName);
    put(fields, "onBehalfOf", onBehalfOf);
    put(fields, "action", action);
    put(fields, "entity", entity);
    put(fields, "entityId", entityId);
    put(fields, "before", before);
    put(fields, "after", after);
    put(fields, "requestId", requestId);
    return fields;
  }

  private static void put(SortedMap<String, String> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  /** The account; absent for the portal itself. */
  Optional<UUID> actorId() {
    return Optional.ofNullable(actorId);
  }

  /**
   * @param member who the account is in the customer
   */
  AuditEntryView view(Optional<UUID> member) {
    return new AuditEntryView(
        id(),
        at,
        member,
        actorName,
        Optional.ofNullable(onBehalfOf),
        action,
        entity,
        entityId,
        AuditTrail.state(before),
        AuditTrail.state(after),
        Optional.ofNullable(requestId));
  }
}
