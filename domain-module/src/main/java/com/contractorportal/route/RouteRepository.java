package com.contractorportal.route;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

  /** The stops of these routes in the order of the drive; a route without any is not in the map. */
  Map<UUID, List<RouteView.Stop>> stops(Collection<UUID> routeIds) {
    if (routeIds.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "SELECT s.route.id, p.id, p.name, p.street, p.city, p.latitude, p.longitude"
                + " FROM RouteStop s, Property p WHERE p.id = s.propertyId AND s.route.id IN :ids"
                + " ORDER BY s.position",
            Object[].class)
        .setParameter("ids", routeIds)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(RouteRepository::stop, Collectors.toList())));
  }

  private static RouteView.Stop stop(Object[] row) {
    return new RouteView.Stop(
        (UUID) row[1],
        (String) row[2],
        (String) row[3],
        Optional.ofNullable((String) row[4]),
        Optional.ofNullable((BigDecimal) row[5]),
        Optional.ofNullable((BigDecimal) row[6]));
  }

  List<Route> withAny(Set<UUID> propertyIds) {
    return em.createQuery(
            "SELECT DISTINCT r FROM Route r JOIN r.stops s WHERE s.propertyId IN :propertyIds",
            Route.class)
        .setParameter("propertyIds", propertyIds)
        .getResultList();
  }
}
