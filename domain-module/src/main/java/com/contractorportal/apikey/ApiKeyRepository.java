package com.contractorportal.apikey;

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
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ApiKeyRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /** A key and how its customer stands. */
  record Standing(ApiKey key, CustomerStatus customer) {}

  void add(ApiKey key) {
    em.persist(key);
  }

  /** The key and its customer, whoever asks: in one query over primary keys. */
  Optional<Standing> standing(UUID id) {
    return em.createQuery(
            "SELECT k, c.status FROM ApiKey k, Customer c"
                + " WHERE k.id = :id AND c.id = k.customerId",
            Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(row -> new Standing((ApiKey) row[0], (CustomerStatus) row[1]));
  }

  /** The customer's key with this id; it stays as it is until the transaction ends. */
  Optional<ApiKey> lock(UUID id, CustomerId customer) {
    return em.createQuery(
            "SELECT k FROM ApiKey k WHERE k.id = :id AND k.customerId = :customerId", ApiKey.class)
        .setParameter("id", id)
        .setParameter("customerId", customer.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  long countGood(CustomerId customer, Instant now) {
    return em.createQuery(
            "SELECT COUNT(k) FROM ApiKey k WHERE k.customerId = :customerId"
                + " AND k.revokedAt IS NULL AND k.expiresAt > :now",
            Long.class)
        .setParameter("customerId", customer.value())
        .setParameter("now", now)
        .getSingleResult();
  }

  Page<ApiKey> page(CustomerId customer, PageRequest request) {
    return new KeyedQuery<>(em, ApiKey.class, ApiKey::id)
        .sort("createdAt", ApiKey::createdAt)
        .where("e.customerId = :customerId", "customerId", customer.value())
        .page(request);
  }

  /** Notes a use, unless one was noted since {@code unless}; leaves the version as it is. */
  void used(UUID id, Instant now, Instant unless) {
    em.createQuery(
            "UPDATE ApiKey k SET k.lastUsedAt = :now WHERE k.id = :id"
                + " AND (k.lastUsedAt IS NULL OR k.lastUsedAt < :unless)")
        .setParameter("now", now)
        .setParameter("id", id)
        .setParameter("unless", unless)
        .executeUpdate();
  }
}
