package com.contractorportal.checkin;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CheckInRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(CheckIn checkIn) {
    em.persist(checkIn);
    em.flush();
  }

  Optional<CheckIn> find(UUID id) {
    return Optional.ofNullable(em.find(CheckIn.class, id));
  }

  Page<CheckIn> page(UUID eventId, CheckInFilter filter, PageRequest request) {
    return new KeyedQuery<>(em, CheckIn.class, CheckIn::id)
        .sort("capturedAt", CheckIn::capturedAt)
        .where("e.eventId = :eventId", "eventId", eventId)
        .whereIf(filter.memberId(), "e.memberId = :memberId", "memberId")
        .whereIf(filter.propertyId(), "e.propertyId = :propertyId", "propertyId")
        .page(request);
  }

  Page<CheckIn> pageAt(UUID propertyId, PageRequest request) {
    return new KeyedQuery<>(em, CheckIn.class, CheckIn::id)
        .sort("capturedAt", CheckIn::capturedAt)
        .where("e.propertyId = :propertyId", "propertyId", propertyId)
        .page(request);
  }

  boolean any(UUID propertyId) {
    return !em.createQuery(
            "SELECT e.id FROM CheckIn e WHERE e.propertyId = :propertyId", UUID.class)
        .setParameter("propertyId", propertyId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
