package com.contractorportal.winterevent;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class WinterEventRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(WinterEvent event) {
    em.persist(event);
  }

  void remove(WinterEvent event) {
    em.remove(event);
  }

  /** Writes what has changed now, so that the version in the answer is the stored one. */
  void flush() {
    em.flush();
  }

  List<WinterEvent> findAll(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return em.createQuery("SELECT e FROM WinterEvent e WHERE e.id IN :ids", WinterEvent.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  Optional<WinterEvent> find(UUID id) {
    return Optional.ofNullable(em.find(WinterEvent.class, id));
  }

  /**
   * Nobody else changes it until the transaction ends; what is read later is no older than this.
   */
  Optional<WinterEvent> findAndLock(UUID id) {
    return Optional.ofNullable(em.find(WinterEvent.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Page<WinterEvent> page(WinterEventFilter filter, PageRequest request) {
    return new KeyedQuery<>(em, WinterEvent.class, WinterEvent::id)
        .sort("startsAt", WinterEvent::startsAt)
        .sort("name", WinterEvent::name)
        .whereText(filter.text(), "name", "notes")
        .whereIf(filter.status(), "e.status = :status", "status")
        .whereIf(filter.kind(), "e.kind = :kind", "kind")
        .page(request);
  }

  /** Those that begin in a season, the latest first. */
  List<WinterEvent> beginningIn(Season season, int most) {
    return em.createQuery(
            "SELECT e FROM WinterEvent e WHERE e.startsAt >= :start AND e.startsAt < :end"
                + " ORDER BY e.startsAt DESC, e.id DESC",
            WinterEvent.class)
        .setParameter("start", season.start())
        .setParameter("end", season.end())
        .setMaxResults(most)
        .getResultList();
  }
}
