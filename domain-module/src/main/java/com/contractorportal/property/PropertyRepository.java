package com.contractorportal.property;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PropertyRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Inject private ServedProperties served;

  void add(Property property) {
    em.persist(property);
  }

  void remove(Property property) {
    em.remove(property);
  }

  /** Writes what has changed now, so that the version in the answer is the stored one. */
  void flush() {
    em.flush();
  }

  /** Writes what has changed and forgets the objects, so that a long import stays flat. */
  void flushAndClear() {
    em.flush();
    em.clear();
  }

  Optional<Property> find(UUID id) {
    return Optional.ofNullable(em.find(Property.class, id));
  }

  List<Property> findAll(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return em.createQuery("SELECT p FROM Property p WHERE p.id IN :ids", Property.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /**
   * @param member keep to those that this member serves, if given
   */
  Page<Property> page(PropertyFilter filter, Optional<UUID> member, PageRequest request) {
    return new KeyedQuery<>(em, Property.class, Property::id)
        .sort("name", Property::name)
        .sort("createdAt", Property::createdAt)
        .whereText(filter.text(), "name", "street", "city", "postalCode")
        .whereIf(filter.status(), "e.status = :status", "status")
        .whereIf(filter.kind(), "e.kind = :kind", "kind")
        .whereIf(filter.city(), "e.city = :city", "city")
        .whereIf(member, served.condition(), "member")
        .page(request);
  }
}
