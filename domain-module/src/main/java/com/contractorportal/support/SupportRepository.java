package com.contractorportal.support;

import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SupportRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /**
   * How a customer stands to support.
   *
   * @param allowed whether it lets support in
   */
  record Door(CustomerStatus status, boolean allowed) {}

  /**
   * How a support access stands, and all that it depends on.
   *
   * @param sessionAlive whether the operator is still signed in, and still an operator
   */
  record Standing(
      String operatorName,
      Instant expiresAt,
      boolean ended,
      boolean mayWrite,
      boolean sessionAlive,
      Door door) {}

  void add(SupportAccess access) {
    em.persist(access);
  }

  /** How the customer stands; it stays so until the transaction ends. */
  Optional<Door> hold(CustomerId customer) {
    Optional<?> found =
        em
            .createNativeQuery(
                "SELECT status, support_allowed FROM customer WHERE customer_id = ?1 FOR UPDATE")
            .setParameter(1, customer.value())
            .getResultList()
            .stream()
            .findFirst();
    return found
        .map(Object[].class::cast)
        .map(row -> new Door(CustomerStatus.valueOf((String) row[0]), Boolean.TRUE.equals(row[1])));
  }

  /** In one query over primary keys. */
  Optional<Standing> standing(UUID id, UUID operatorId, CustomerId customer, Instant now) {
    return em.createQuery(
            "SELECT s.operatorName, s.expiresAt, s.endedAt, s.mayWrite, o.revokedAt, o.expiresAt,"
                + " a.superAdmin, c.status, c.supportAllowed"
                + " FROM SupportAccess s, Account a, AccountSession o, Customer c"
                + " WHERE s.id = :id AND s.operatorId = :operatorId AND s.customerId = :customerId"
                + " AND a.id = s.operatorId AND o.id = s.sessionId AND o.accountId = s.operatorId"
                + " AND c.id = s.customerId",
            Object[].class)
        .setParameter("id", id)
        .setParameter("operatorId", operatorId)
        .setParameter("customerId", customer.value())
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new Standing(
                    (String) row[0],
                    (Instant) row[1],
                    row[2] != null,
                    (Boolean) row[3],
                    row[4] == null && now.isBefore((Instant) row[5]) && (Boolean) row[6],
                    new Door((CustomerStatus) row[7], (Boolean) row[8])));
  }

  /** The access with this id in this customer; it stays as it is until the transaction ends. */
  Optional<SupportAccess> lock(UUID id, CustomerId customer) {
    return em.createQuery(
            "SELECT s FROM SupportAccess s WHERE s.id = :id AND s.customerId = :customerId",
            SupportAccess.class)
        .setParameter("id", id)
        .setParameter("customerId", customer.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Those of a customer that are not over; none lasts longer than an hour. */
  List<SupportAccess> lockRunning(CustomerId customer, Instant startedAfter, Instant now) {
    return em.createQuery(
            "SELECT s FROM SupportAccess s WHERE s.customerId = :customerId"
                + " AND s.startedAt > :startedAfter AND s.endedAt IS NULL AND s.expiresAt > :now",
            SupportAccess.class)
        .setParameter("customerId", customer.value())
        .setParameter("startedAfter", startedAfter)
        .setParameter("now", now)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  Page<SupportAccess> page(CustomerId customer, PageRequest request) {
    return new KeyedQuery<>(em, SupportAccess.class, SupportAccess::id)
        .sort("startedAt", SupportAccess::startedAt)
        .where("e.customerId = :customerId", "customerId", customer.value())
        .page(request);
  }
}
