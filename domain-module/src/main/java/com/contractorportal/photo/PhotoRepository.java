package com.contractorportal.photo;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
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

  Page<LogPhoto> pageAt(UUID propertyId, PageRequest request) {
    return new KeyedQuery<>(em, LogPhoto.class, LogPhoto::id)
        .sort("createdAt", LogPhoto::createdAt)
        .where(
            "e.logId IN (SELECT l.id FROM WorkLog l WHERE l.propertyId = :propertyId)",
            "propertyId",
            propertyId)
        .page(request);
  }

  List<LogPhoto> ofLog(UUID logId) {
    return em.createQuery(
            "SELECT p FROM LogPhoto p WHERE p.logId = :logId ORDER BY p.createdAt, p.id",
            LogPhoto.class)
        .setParameter("logId", logId)
        .getResultList();
  }
}
