package com.contractorportal.propertylist;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PropertyListRepository {

  /** The properties on a list. */
  static final String IDS_OF_LIST =
      "SELECT x.propertyId FROM PropertyListEntry x WHERE x.list.id = :list";

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(PropertyList list) {
    em.persist(list);
  }

  void remove(PropertyList list) {
    em.remove(list);
  }

  /** Writes what has changed now, so that the version in the answer is the stored one. */
  void flush() {
    em.flush();
  }

  Optional<PropertyList> find(UUID id) {
    return Optional.ofNullable(em.find(PropertyList.class, id));
  }

  /** The id of the list of that name. */
  Optional<UUID> named(String name) {
    return em.createQuery("SELECT l.id FROM PropertyList l WHERE l.name = :name", UUID.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  Page<PropertyList> page(Optional<String> text, PageRequest request) {
    return new KeyedQuery<>(em, PropertyList.class, PropertyList::id)
        .sort("name", PropertyList::name)
        .whereText(text, "name", "description")
        .page(request);
  }

  /** How many properties are on each of the lists; an empty one is not in the map. */
  Map<UUID, Integer> counts(Collection<UUID> listIds) {
    Map<UUID, Integer> counts = new HashMap<>();
    if (!listIds.isEmpty()) {
      em.createQuery(
              "SELECT x.list.id, COUNT(x) FROM PropertyListEntry x"
                  + " WHERE x.list.id IN :ids GROUP BY x.list.id",
              Object[].class)
          .setParameter("ids", listIds)
          .getResultList()
          .forEach(row -> counts.put((UUID) row[0], ((Long) row[1]).intValue()));
    }
    return counts;
  }

  List<PropertyList> withProperty(UUID propertyId) {
    return em.createQuery(
            "SELECT DISTINCT l FROM PropertyList l JOIN l.entries x"
                + " WHERE x.propertyId = :propertyId",
            PropertyList.class)
        .setParameter("propertyId", propertyId)
        .getResultList();
  }
}
