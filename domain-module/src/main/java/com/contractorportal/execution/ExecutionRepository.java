package com.contractorportal.execution;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ExecutionRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  void add(ExecutionEntry entry) {
    em.persist(entry);
  }

  ExecutionEntry lock(UUID id) {
    return em.find(ExecutionEntry.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  List<ExecutionEntry> running(CustomerId customer, ExecutionKind kind, String reference) {
    return em.createQuery(
            "SELECT e FROM ExecutionEntry e WHERE e.customerId = :customerId"
                + " AND e.status = :running AND e.kind = :kind AND e.reference = :reference",
            ExecutionEntry.class)
        .setParameter("customerId", customer.value())
        .setParameter("running", ExecutionStatus.RUNNING)
        .setParameter("kind", kind)
        .setParameter("reference", reference)
        .getResultList();
  }

  Page<ExecutionEntry> page(CustomerId customer, ExecutionFilter filter, PageRequest request) {
    return new KeyedQuery<>(em, ExecutionEntry.class, ExecutionEntry::id)
        .sort("startedAt", ExecutionEntry::startedAt)
        .where("e.customerId = :customerId", "customerId", customer.value())
        .whereIf(filter.kind(), "e.kind = :kind", "kind")
        .whereIf(filter.status(), "e.status = :status", "status")
        .whereIf(filter.from(), "e.startedAt >= :from", "from")
        .whereIf(filter.to(), "e.startedAt < :to", "to")
        .page(request);
  }

  /** Removes those that began first; JPQL knows no LIMIT. */
  int removeBefore(Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM execution_log WHERE started_at < ?1 ORDER BY started_at, id LIMIT " + most)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
