package com.contractorportal.audit;

import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The platform's audit trail: what operators do, and what happens to accounts. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlatformAudit {

  @PersistenceContext(unitName = "platform")
  private EntityManager platformUnit;

  /**
   * Writes one entry in the transaction of the change.
   *
   * @param action the verb, for instance {@code start}
   * @param entity what it was done to, for instance {@code report-night}
   * @param entityId which one
   * @param customer the customer concerned, if it is one
   * @param before what it was, a record, if it was
   * @param after what it is, a record, if it is
   */
  public void record(
      String action,
      String entity,
      String entityId,
      Optional<CustomerId> customer,
      Optional<Object> before,
      Optional<Object> after) {
    record(CurrentCustomer.actor(), action, entity, entityId, customer, before, after);
  }

  /** The same for an actor who is not bound yet: somebody who is signing in. */
  public void record(
      Actor actor,
      String action,
      String entity,
      String entityId,
      Optional<CustomerId> customer,
      Optional<Object> before,
      Optional<Object> after) {
    platformUnit.persist(
        new PlatformAuditEntry(
            actor,
            action,
            entity,
            entityId,
            customer.map(CustomerId::value).orElse(null),
            AuditTrail.json(before),
            AuditTrail.json(after)));
  }
}
