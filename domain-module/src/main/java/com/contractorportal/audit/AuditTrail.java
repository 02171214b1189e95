package com.contractorportal.audit;

import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer's own audit trail. Entries are written in the transaction of the change, and never
 * again touched.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditTrail {

  private static final Jsonb JSON = JsonbBuilder.create();

  @PersistenceContext(unitName = "customer")
  private EntityManager customerUnit;

  @Inject private UnsealedEntries unsealed;

  /** Something new exists. */
  public void created(String entity, UUID id, Object after) {
    record("create", entity, id, Optional.empty(), Optional.of(after));
  }

  /** The same for something that has another kind of id. */
  public void created(String entity, String id, Object after) {
    record("create", entity, id, Optional.empty(), Optional.of(after));
  }

  /**
   * Something changed; {@code action} is the verb that changed it, for instance {@code activate}.
   */
  public void changed(String action, String entity, UUID id, Object before, Object after) {
    record(action, entity, id, Optional.of(before), Optional.of(after));
  }

  /** The same by somebody else than who is bound: by the account that has just become theirs. */
  public void changed(
      Actor actor, String action, String entity, UUID id, Object before, Object after) {
    record(actor, action, entity, id.toString(), Optional.of(before), Optional.of(after));
  }

  /** The same for something that has another kind of id. */
  public void changed(String action, String entity, String id, Object before, Object after) {
    record(action, entity, id, Optional.of(before), Optional.of(after));
  }

  /** Something is gone. */
  public void deleted(String entity, UUID id, Object before) {
    record("delete", entity, id, Optional.of(before), Optional.empty());
  }

  /** Something left the portal; it is what it was. */
  public void downloaded(String entity, UUID id, Object what) {
    record("download", entity, id, Optional.empty(), Optional.of(what));
  }

  /** The same for something that has another kind of id. */
  public void downloaded(String entity, String id, Object what) {
    record("download", entity, id, Optional.empty(), Optional.of(what));
  }

  private void record(
      String action, String entity, UUID id, Optional<Object> before, Optional<Object> after) {
    record(action, entity, id.toString(), before, after);
  }

  private void record(
      String action, String entity, String id, Optional<Object> before, Optional<Object> after) {
    record(CurrentCustomer.actor(), action, entity, id, before, after);
  }

  private void record(
      Actor actor,
      String action,
      String entity,
      String id,
      Optional<Object> before,
      Optional<Object> after) {
    AuditEntry entry = new AuditEntry(actor, action, entity, id, json(before), json(after));
    customerUnit.persist(entry);
    unsealed.add(entry.id());
  }

  static String json(Optional<Object> state) {
    return state.map(JSON::toJson).orElse(null);
  }

  /** What {@link #json} has written, by field. */
  @SuppressWarnings("unchecked") // States are records: their JSON is an object.
  static Optional<Map<String, Object>> state(String json) {
    return Optional.ofNullable(json)
        .map(text -> (Map<String, Object>) JSON.fromJson(text, LinkedHashMap.class));
  }
}
