package com.contractorportal.property;

import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands out imports to whoever has time, on any node; a lease that runs out is somebody else's. */
@ApplicationScoped
@Transactional
class ImportQueue {

  /** The imports somebody leased. */
  record Lease(UUID importId, CustomerId customer, int attempt) {}

  /** The lease ran out and the work is another's, or waits until its customer is back. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final int MOST_A_CUSTOMER = 20;

  /**
   * Whose turn it was; those behind in the order of ids come next. Each node has turns of its own.
   */
  private volatile String servedLast = "";

  @PersistenceContext(unitName = "platform")
  private EntityManager platformUnit;

  @Inject
  @ConfigProperty(name = "portal.import.lease", defaultValue = "PT1M")
  private Duration lease;

  /** How many imports there are to do, over all customers. */
  ImportFigures figures() {
    Object[] counts =
        (Object[])
            platformUnit
                .createQuery(
                    "SELECT COUNT(t.importId), COUNT(CASE WHEN t.leaseUntil >= :now THEN 1 ELSE NULL END)"
                        + " FROM ImportTask t")
                .setParameter("now", Now.instant())
                .getSingleResult();
    long all = ((Number) counts[0]).longValue();
    long running = ((Number) counts[1]).longValue();
    return new ImportFigures(all - running, running);
  }

  /**
   * @throws TooManyImports if so many of the customer's wait already that they would fill the store
   */
  void add(UUID importId, CustomerId customer) {
    if (waiting(customer) >= MOST_A_CUSTOMER) {
      throw new TooManyImports(MOST_A_CUSTOMER);
    }
    platformUnit.persist(new ImportTask(importId, customer));
  }

  private long waiting(CustomerId customer) {
    return platformUnit
        .createQuery(
            "SELECT COUNT(t) FROM ImportTask t WHERE t.customerId = :customerId", Long.class)
        .setParameter("customerId", customer.value())
        .getSingleResult();
  }

  /**
   * Takes an import that nobody works on: the oldest of the customer whose turn it is, so that
   * nobody waits behind all that another customer has sent. Those of customers who are suspended or
   * have left wait.
   */
  Optional<Lease> lease(String owner) {
    // JPQL knows no SKIP LOCKED; the table is the platform's, where native statements are allowed.
    List<?> found =
        platformUnit
            .createNativeQuery(
                "SELECT * FROM import_task t WHERE (lease_until IS NULL OR lease_until < ?)"
                    + " AND EXISTS (SELECT 1 FROM customer c WHERE c.customer_id = t.customer_id"
                    + " AND c.status IN ('TRIAL', 'ACTIVE'))"
                    + " ORDER BY customer_id <= ?, customer_id, created_at"
                    + " LIMIT 1 FOR UPDATE SKIP LOCKED",
                ImportTask.class)
            .setParameter(1, Timestamp.from(Now.instant()))
            .setParameter(2, servedLast)
            .getResultList();
    return found.stream()
        .map(ImportTask.class::cast)
        .findFirst()
        .map(
            task -> {
              task.leaseTo(owner, lease);
              servedLast = task.customer().value();
              return new Lease(task.importId(), task.customer(), task.attempts());
            });
  }

  /**
   * Prolongs a lease in the transaction of the work it covers.
   *
   * @throws LeaseLost if it is another's by now, or its customer has been suspended
   */
  void renew(UUID importId, String owner) {
    ImportTask task = held(importId, owner);
    if (!isOpen(task.customer())) {
      throw new LeaseLost();
    }
    task.renew(lease);
  }

  private boolean isOpen(CustomerId customer) {
    return platformUnit
        .createQuery("SELECT c.status FROM Customer c WHERE c.id = :id", CustomerStatus.class)
        .setParameter("id", customer.value())
        .getSingleResult()
        .isOpen();
  }

  /**
   * The work is done.
   *
   * @throws LeaseLost if it is another's by now
   */
  void remove(UUID importId, String owner) {
    platformUnit.remove(held(importId, owner));
  }

  /**
   * Hands an unfinished import to whoever comes next.
   *
   * @throws LeaseLost if it is another's by now
   */
  void giveBack(UUID importId, String owner) {
    held(importId, owner).giveBack();
  }

  private ImportTask held(UUID importId, String owner) {
    ImportTask task = platformUnit.find(ImportTask.class, importId);
    if (task == null || !task.isLeasedTo(owner)) {
      throw new LeaseLost();
    }
    return task;
  }
}
