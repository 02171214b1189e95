package com.contractorportal.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PhotoRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(LogPhoto photo) {
    em.persist(photo);
  }

  void remove(LogPhoto photo) {
    em.remove(photo);
  }

  void flush() {
    em.flush();
  }

  Optional<LogPhoto> find(UUID id) {
    return Optional.ofNullable(em.find(LogPhoto.class, id));
  }

  /** How many bytes all photos have. */
  long bytes() {
    return Optional.ofNullable(
            em.createQuery("SELECT SUM(p.byteCount) FROM LogPhoto p", Long.class).getSingleResult())
        .orElse(0L);
  }

  List<LogPhoto> ofLog(UUID logId) {
    return em.createQuery(
            "SELECT p FROM LogPhoto p WHERE p.logId = :logId ORDER BY p.createdAt, p.id",
            LogPhoto.class)
        .setParameter("logId", logId)
        .getResultList();
  }
}
