package com.contractorportal.feed;

import com.contractorportal.housekeeping.CustomerChore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Entries that no screen asks for any more. */
@ApplicationScoped
class OldEntries implements CustomerChore {

  /** A stream that was away for longer begins anew. */
  static final Duration KEPT = Duration.ofDays(1);

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Override
  public String things() {
    return "feed entries";
  }

  @Override
  public Duration kept() {
    return KEPT;
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    List<UUID> due =
        em.createQuery(
                "SELECT e.id FROM FeedEntry e WHERE e.at < :before ORDER BY e.at", UUID.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    return due.isEmpty()
        ? 0
        : em.createQuery("DELETE FROM FeedEntry e WHERE e.id IN :due")
            .setParameter("due", due)
            .executeUpdate();
  }
}
