package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who of the bound customer wants to be told of which reports. */
@ApplicationScoped
@Transactional
class SubscriptionRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(ReportSubscription subscription) {
    em.persist(subscription);
    em.flush();
  }

  void remove(ReportSubscription subscription) {
    em.remove(subscription);
    em.flush();
  }

  List<ReportSubscription> of(UUID accountId) {
    return em.createQuery(
            "SELECT s FROM ReportSubscription s WHERE s.accountId = :accountId ORDER BY s.kind",
            ReportSubscription.class)
        .setParameter("accountId", accountId)
        .getResultList();
  }

  Optional<ReportSubscription> find(UUID accountId, String kind) {
    return of(accountId).stream().filter(found -> found.kind().equals(kind)).findFirst();
  }

  List<ReportSubscription> all() {
    return em.createQuery(
            "SELECT s FROM ReportSubscription s ORDER BY s.accountId, s.kind",
            ReportSubscription.class)
        .getResultList();
  }
}
