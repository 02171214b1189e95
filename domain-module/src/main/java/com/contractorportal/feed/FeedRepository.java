package com.contractorportal.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the current customer's feed by ranges of its primary key. */
@ApplicationScoped
@Transactional
class FeedRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  /** The entries behind an id, in order of ids. */
  List<FeedChange> after(UUID id, int most) {
    return em.createQuery(
            "SELECT e.id, e.kind, e.eventId, e.entityId, e.at FROM FeedEntry e"
                + " WHERE e.id > :after ORDER BY e.id",
            Object[].class)
        .setParameter("after", id)
        .setMaxResults(most)
        .getResultStream()
        .map(
            row ->
                new FeedChange(
                    (UUID) row[0],
                    (FeedKind) row[1],
                    Optional.ofNullable((UUID) row[2]),
                    (UUID) row[3],
                    (Instant) row[4]))
        .toList();
  }

  /** Asks a follower in a transaction: without one, a task's thread has no persistence context. */
  void check(FeedFollower follower) {
    follower.check();
  }
}
