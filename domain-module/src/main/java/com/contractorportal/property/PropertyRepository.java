package com.contractorportal.property;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PropertyRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Inject private ServedProperties served;
  @Inject private ListsProperties lists;

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

  /** One that is not deleted. */
  Optional<Property> find(UUID id) {
    return Optional.ofNullable(em.find(Property.class, id))
        .filter(property -> !property.isDeleted());
  }

  /** One, deleted or not, that nobody else can lock or change until this transaction ends. */
  Optional<Property> lock(UUID id) {
    return Optional.ofNullable(em.find(Property.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those of the given ones that are not deleted. */
  List<Property> findAll(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : among(ids, LockModeType.NONE);
  }

  /** The same, and nobody else can lock or change them until this transaction ends. */
  List<Property> lockAll(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : among(ids, LockModeType.PESSIMISTIC_WRITE);
  }

  /** How many are in service: neither archived nor deleted. */
  long countInService() {
    return em.createQuery(
            "SELECT COUNT(p) FROM Property p WHERE p.deletedAt IS NULL AND p.status <> :archived",
            Long.class)
        .setParameter("archived", PropertyStatus.ARCHIVED)
        .getSingleResult();
  }

  /** By their ids only, so that no more rows are locked than these. */
  private List<Property> among(Collection<UUID> ids, LockModeType lock) {
    return em.createQuery("SELECT p FROM Property p WHERE p.id IN :ids", Property.class)
        .setParameter("ids", ids)
        .setLockMode(lock)
        .getResultStream()
        .filter(property -> !property.isDeleted())
        .toList();
  }

  /** Those that bear one of these references, the deleted ones included. */
  List<Property> withRefs(Collection<String> refs) {
    return refs.isEmpty()
        ? List.of()
        : em.createQuery("SELECT p FROM Property p WHERE p.externalRef IN :refs", Property.class)
            .setParameter("refs", refs)
            .getResultList();
  }

  /** Those that were deleted before then, the longest deleted first. */
  List<Property> deletedBefore(Instant before, int most) {
    return em.createQuery(
            "SELECT p FROM Property p WHERE p.deletedAt < :before ORDER BY p.deletedAt, p.id",
            Property.class)
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList();
  }

  Page<Property> page(PropertyFilter filter, PageRequest request) {
    KeyedQuery<Property> query =
        new KeyedQuery<>(em, Property.class, Property::id)
            .sort("name", Property::name)
            .sort("createdAt", Property::createdAt)
            .where("e.deletedAt IS NULL", Map.of())
            .whereText(filter.text(), "name", "street", "city", "postalCode")
            .whereIf(filter.status(), "e.status = :status", "status")
            .whereIf(filter.kind(), "e.kind = :kind", "kind")
            .whereIf(filter.city(), "e.city = :city", "city")
            .whereIf(filter.contractor(), served.condition(), "member")
            .whereIf(filter.list(), "e.id IN (" + lists.idsOfList() + ")", "list");
    filter.box().ifPresent(box -> within(box, query));
    return query.page(request);
  }

  private static void within(BoundingBox box, KeyedQuery<Property> query) {
    query
        .where("e.latitude >= :south", "south", box.south())
        .where("e.latitude <= :north", "north", box.north())
        .where(
            box.crossesAntimeridian()
                ? "(e.longitude >= :west OR e.longitude <= :east)"
                : "e.longitude >= :west AND e.longitude <= :east",
            Map.of("west", box.west(), "east", box.east()));
  }
}
