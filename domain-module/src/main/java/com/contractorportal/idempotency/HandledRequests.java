package com.contractorportal.idempotency;

import com.contractorportal.housekeeping.CustomerChore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys of requests that nobody repeats any more. */
@ApplicationScoped
class HandledRequests implements CustomerChore {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Inject
  @ConfigProperty(name = "portal.retention.idempotency.keys", defaultValue = "P30D")
  private Duration kept;

  @Override
  public String things() {
    return "idempotency keys";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    List<UUID> due =
        em.createQuery(
                "SELECT h.id FROM HandledRequest h WHERE h.createdAt < :before ORDER BY h.createdAt",
                UUID.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    return due.isEmpty()
        ? 0
        : em.createQuery("DELETE FROM HandledRequest h WHERE h.id IN :due")
            .setParameter("due", due)
            .executeUpdate();
  }
}
