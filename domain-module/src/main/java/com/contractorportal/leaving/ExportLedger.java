package com.contractorportal.leaving;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is written about exports, each method in one transaction. The table is the platform's, as
 * whoever looks for work has no customer: all other methods name the bound one.
 */
@ApplicationScoped
@Transactional
class ExportLedger {

  /** An export that somebody works on. */
  record Lease(UUID id, CustomerId customer, int attempt) {}

  /** The lease ran out and the work is another's. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final String ENTITY = "data export";
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  @Inject private AuditTrail audit;

  /**
   * @throws ExportUnderWay if the customer has one that has not ended
   */
  DataExportView add(UUID requestedBy) {
    CustomerId customer = CurrentCustomer.require();
    // Two at once wait for each other here.
    em.createNativeQuery("SELECT customer_id FROM customer WHERE customer_id = ?1 FOR UPDATE")
        .setParameter(1, customer.value())
        .getSingleResult();
    boolean another =
        !em.createQuery(
                "SELECT e.id FROM DataExport e WHERE e.customerId = :customer"
                    + " AND e.endedAt IS NULL",
                UUID.class)
            .setParameter("customer", customer.value())
            .getResultList()
            .isEmpty();
    if (another) {
      throw new ExportUnderWay();
    }
    DataExport export = new DataExport(customer, requestedBy);
    em.persist(export);
    audit.created(ENTITY, export.id(), export.view());
    return export.view();
  }

  Page<DataExportView> list(PageRequest request) {
    return new KeyedQuery<>(em, DataExport.class, DataExport::id)
        .sort("createdAt", DataExport::createdAt)
        .where("e.customerId = :customer", "customer", CurrentCustomer.require().value())
        .page(request)
        .map(DataExport::view);
  }

  /**
   * @throws NotFound if the bound customer has no such export
   */
  DataExportView get(UUID id) {
    return em.createQuery(
            "SELECT e FROM DataExport e WHERE e.id = :id AND e.customerId = :customer",
            DataExport.class)
        .setParameter("id", id)
        .setParameter("customer", CurrentCustomer.require().value())
        .getResultStream()
        .findFirst()
        .map(DataExport::view)
        .orElseThrow(() -> new NotFound(ENTITY));
  }

  /** Writes down who took a bundle. */
  void taken(DataExportView export) {
    audit.downloaded(ENTITY, export.id(), export);
  }

  /** Takes an export that nobody works on. Those of customers who cannot sign in wait. */
  Optional<Lease> lease(String owner) {
    List<?> found =
        em.createNativeQuery(
                "SELECT * FROM data_export e WHERE status IN ('QUEUED', 'RUNNING')"
                    + " AND (lease_until IS NULL OR lease_until < ?)"
                    + " AND EXISTS (SELECT 1 FROM customer c WHERE c.customer_id = e.customer_id"
                    + " AND c.status IN ('TRIAL', 'ACTIVE'))"
                    + " ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED",
                DataExport.class)
            .setParameter(1, Timestamp.from(Now.instant()))
            .getResultList();
    return found.stream()
        .map(DataExport.class::cast)
        .findFirst()
        .map(
            export -> {
              export.leaseTo(owner, LEASE);
              return new Lease(export.id(), export.customer(), export.attempts());
            });
  }

  void renew(UUID id, String owner) {
    held(id, owner).renew(LEASE);
  }

  /** Leaves an export whose writing failed to whoever comes next. */
  void giveBack(UUID id, String owner) {
    held(id, owner).giveBack(PAUSE);
  }

  void complete(UUID id, String owner, long bytes, String sha256) {
    DataExport export = held(id, owner);
    DataExportView before = export.view();
    export.complete(bytes, sha256);
    audit.changed("complete", ENTITY, id, before, export.view());
  }

  void fail(UUID id, String owner, String why) {
    DataExport export = held(id, owner);
    DataExportView before = export.view();
    export.fail(why);
    audit.changed("give-up", ENTITY, id, before, export.view());
  }

  private DataExport held(UUID id, String owner) {
    DataExport export = em.find(DataExport.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (export == null || !export.isLeasedTo(owner)) {
      throw new LeaseLost();
    }
    return export;
  }

  /** Some exports of the bound customer that ended before then. */
  List<UUID> endedBefore(Instant before, int most) {
    return em.createQuery(
            "SELECT e.id FROM DataExport e WHERE e.customerId = :customer AND e.endedAt < :before"
                + " ORDER BY e.createdAt",
            UUID.class)
        .setParameter("customer", CurrentCustomer.require().value())
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList();
  }

  void remove(UUID id) {
    em.createQuery("DELETE FROM DataExport e WHERE e.id = :id AND e.customerId = :customer")
        .setParameter("id", id)
        .setParameter("customer", CurrentCustomer.require().value())
        .executeUpdate();
  }
}
