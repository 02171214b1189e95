package com.contractorportal.route;

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
class RouteRepository {

  /** The properties on the routes that the member drives. */
  static final String PROPERTIES_OF_MEMBER =
      "SELECT s.propertyId FROM RouteStop s WHERE s.route.memberId = :member";

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(Route route) {
    em.persist(route);
  }

  void remove(Route route) {
    em.remove(route);
  }

  /** Writes what has changed now, so that the version in the answer is the stored one. */
  void flush() {
    em.flush();
  }

  Optional<Route> find(UUID id) {
    return Optional.ofNullable(em.find(Route.class, id));
  }

  /**
   * @param text stands in the name, vehicle or start place
   * @param memberId keep to those that this member drives, if given
   */
  Page<Route> page(Optional<String> text, Optional<UUID> memberId, PageRequest request) {
    return new KeyedQuery<>(em, Route.class, Route::id)
        .sort("name", Route::name)
        .whereText(text, "name", "vehicle", "startPlace")
        .whereIf(memberId, "e.memberId = :memberId", "memberId")
        .page(request);
  }

  /** How many stops each of the routes has; one without stops is not in the map. */
  Map<UUID, Integer> stopCounts(Collection<UUID> routeIds) {
    Map<UUID, Integer> counts = new HashMap<>();
    if (!routeIds.isEmpty()) {
      em.createQuery(
              "SELECT s.route.id, COUNT(s) FROM RouteStop s WHERE s.route.id IN :ids GROUP BY s.route.id",
              Object[].class)
          .setParameter("ids", routeIds)
          .getResultList()
          .forEach(row -> counts.put((UUID) row[0], ((Long) row[1]).intValue()));
    }
    return counts;
  }

  List<Route> withProperty(UUID propertyId) {
    return em.createQuery(
            "SELECT DISTINCT r FROM Route r JOIN r.stops s WHERE s.propertyId = :propertyId",
            Route.class)
        .setParameter("propertyId", propertyId)
        .getResultList();
  }
}
