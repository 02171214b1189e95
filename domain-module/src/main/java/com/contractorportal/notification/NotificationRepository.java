package com.contractorportal.notification;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class NotificationRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(Notification notification) {
    em.persist(notification);
  }

  Optional<Notification> find(UUID id) {
    return Optional.ofNullable(em.find(Notification.class, id));
  }

  Page<Notification> page(UUID account, boolean unreadOnly, PageRequest request) {
    return new KeyedQuery<>(em, Notification.class, Notification::id)
        .sort("createdAt", Notification::createdAt)
        .where(
            unreadOnly ? "e.accountId = :account AND e.readAt IS NULL" : "e.accountId = :account",
            "account",
            account)
        .page(request);
  }

  int unread(UUID account, int most) {
    return em.createQuery(
            "SELECT n.id FROM Notification n WHERE n.accountId = :account AND n.readAt IS NULL",
            UUID.class)
        .setParameter("account", account)
        .setMaxResults(most)
        .getResultList()
        .size();
  }

  void readAll(UUID account, Instant now) {
    em.createQuery(
            "UPDATE Notification n SET n.readAt = :now, n.version = n.version + 1"
                + " WHERE n.accountId = :account AND n.readAt IS NULL")
        .setParameter("now", now)
        .setParameter("account", account)
        .executeUpdate();
  }

  int removeOld(Instant before, int most) {
    List<UUID> due =
        em.createQuery(
                "SELECT n.id FROM Notification n WHERE n.createdAt < :before ORDER BY n.createdAt",
                UUID.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    return due.isEmpty()
        ? 0
        : em.createQuery("DELETE FROM Notification n WHERE n.id IN :due")
            .setParameter("due", due)
            .executeUpdate();
  }
}
