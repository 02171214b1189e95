package com.contractorportal.worklog;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.AssignsProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class WorkLogRepository {

  static final String ONE_OPEN = "uq_winter_ops_log_open";
  static final String ONE_CORRECTION = "uq_winter_ops_log_corrects";

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Inject @Any private Instance<AssignsProperties> ways;

  /** A stop of a route that somebody drives. */
  record DrivenStop(UUID propertyId, UUID memberId) {}

  void add(WorkLog log) {
    em.persist(log);
  }

  /** Writes what has changed now, so that the version in the answer is the stored one. */
  void flush() {
    em.flush();
  }

  Optional<WorkLog> find(UUID id) {
    return Optional.ofNullable(em.find(WorkLog.class, id));
  }

  /** As {@link #find}; nobody else changes the log, or holds it, before the transaction ends. */
  Optional<WorkLog> hold(UUID id) {
    return Optional.ofNullable(em.find(WorkLog.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** How much work was begun in that time. */
  long countBegun(Instant from, Instant until) {
    return em.createQuery(
            "SELECT COUNT(l) FROM WorkLog l WHERE l.startedAt >= :from AND l.startedAt < :until",
            Long.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getSingleResult();
  }

  /**
   * @param served keep to the properties that this member serves, if given
   */
  Page<WorkLog> page(WorkLogFilter filter, Optional<UUID> served, PageRequest request) {
    return new KeyedQuery<>(em, WorkLog.class, WorkLog::id)
        .sort("startedAt", WorkLog::startedAt)
        .whereIf(filter.eventId(), "e.eventId = :eventId", "eventId")
        .whereIf(filter.propertyId(), "e.propertyId = :propertyId", "propertyId")
        .whereIf(filter.memberId(), "e.memberId = :memberId", "memberId")
        .whereIf(filter.status(), "e.status = :status", "status")
        .whereIf(filter.work(), "e.work = :work", "work")
        .whereIf(filter.from(), "e.startedAt >= :from", "from")
        .whereIf(filter.to(), "e.startedAt < :to", "to")
        .whereIf(filter.late(), "e.late = :late", "late")
        .whereIf(served, servedCondition(), "member")
        .page(request);
  }

  /** That the member {@code :member} serves the property of the log {@code e}. */
  private String servedCondition() {
    return ways.stream()
        .map(way -> "e.propertyId IN (" + way.idsOfMember() + ")")
        .sorted()
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  Optional<UUID> open(UUID memberId, UUID propertyId) {
    return em.createQuery(
            "SELECT e.id FROM WorkLog e WHERE e.memberId = :memberId AND e.propertyId = :propertyId"
                + " AND e.status = com.contractorportal.worklog.WorkLogStatus.OPEN",
            UUID.class)
        .setParameter("memberId", memberId)
        .setParameter("propertyId", propertyId)
        .getResultStream()
        .findFirst();
  }

  /** The same in a transaction of its own: that of the caller has come to its end. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<UUID> openByNow(UUID memberId, UUID propertyId) {
    return open(memberId, propertyId);
  }

  /** Lets a log point to its correction, which is stored; it keeps its version. */
  void correct(UUID wrong, UUID correction) {
    em.createQuery(
            "UPDATE WorkLog e SET e.correctedBy = :correction, e.version = e.version"
                + " WHERE e.id = :wrong")
        .setParameter("correction", correction)
        .setParameter("wrong", wrong)
        .executeUpdate();
  }

  /** The correction of a log, in a transaction of its own as {@link #openByNow}. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<UUID> correctionByNow(UUID logId) {
    return em.createQuery("SELECT e.id FROM WorkLog e WHERE e.correctsId = :logId", UUID.class)
        .setParameter("logId", logId)
        .getResultStream()
        .findFirst();
  }

  long countOpen(UUID eventId) {
    return em.createQuery(
            "SELECT COUNT(e) FROM WorkLog e WHERE e.eventId = :eventId"
                + " AND e.status = com.contractorportal.worklog.WorkLogStatus.OPEN",
            Long.class)
        .setParameter("eventId", eventId)
        .getSingleResult();
  }

  boolean any(UUID propertyId) {
    return !em.createQuery(
            "SELECT e.id FROM WorkLog e WHERE e.propertyId = :propertyId", UUID.class)
        .setParameter("propertyId", propertyId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The members who drive routes. */
  Set<UUID> drivers() {
    return em.createQuery(
            "SELECT DISTINCT r.memberId FROM WorkedRoute r WHERE r.memberId IS NOT NULL",
            UUID.class)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  /**
   * The stops of routes that one of these drives, at properties in service where that member has no
   * open log; each member and property once.
   */
  List<DrivenStop> drivenStops(Set<UUID> drivers, int most) {
    if (drivers.isEmpty()) {
      return List.of();
    }
    return em
        .createQuery(
            "SELECT DISTINCT s.propertyId, r.memberId"
                + " FROM WorkedStop s, WorkedRoute r, WorkedProperty p"
                + " WHERE r.id = s.routeId AND p.id = s.propertyId AND r.memberId IN :drivers"
                + " AND p.deletedAt IS NULL"
                + " AND p.status = com.contractorportal.property.PropertyStatus.ACTIVE"
                + " AND NOT EXISTS (SELECT e.id FROM WorkLog e WHERE e.memberId = r.memberId"
                + " AND e.propertyId = s.propertyId"
                + " AND e.status = com.contractorportal.worklog.WorkLogStatus.OPEN)",
            Object[].class)
        .setParameter("drivers", drivers)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(row -> new DrivenStop((UUID) row[0], (UUID) row[1]))
        .toList();
  }
}
