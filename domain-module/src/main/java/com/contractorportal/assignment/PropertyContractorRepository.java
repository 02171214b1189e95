package com.contractorportal.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PropertyContractorRepository {

  /** The properties assigned to the member. */
  static final String PROPERTIES_OF_MEMBER =
      "SELECT c.propertyId FROM PropertyContractor c WHERE c.memberId = :member";

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(PropertyContractor contractor) {
    em.persist(contractor);
  }

  void remove(PropertyContractor contractor) {
    em.remove(contractor);
  }

  void flush() {
    em.flush();
  }

  /** Who serves the properties: of each the primary one first, then the longest assigned. */
  List<PropertyContractor> of(Collection<UUID> propertyIds) {
    return propertyIds.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT c FROM PropertyContractor c WHERE c.propertyId IN :ids"
                    + " ORDER BY c.primary DESC, c.createdAt, c.id",
                PropertyContractor.class)
            .setParameter("ids", propertyIds)
            .getResultList();
  }
}
