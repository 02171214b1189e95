package com.contractorportal.route;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.member.MemberService;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.AssignsProperties;
import com.contractorportal.property.PropertyLeaves;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyStatus;
import com.contractorportal.property.PropertyView;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The customer's routes. A contractor sees only those they drive; to them any other is not there.
 */
@ApplicationScoped
@Transactional
public class RouteService implements AssignsProperties {

  private static final String ENTITY = "route";

  @Inject private RouteRepository routes;
  @Inject private PropertyService properties;
  @Inject private MemberService members;
  @Inject private AuditTrail audit;
  @Inject private Idempotency idempotency;

  /** One page of the routes that the acting person may see, by name. */
  public Page<RouteSummary> list(Optional<String> text, PageRequest request) {
    Optional<UUID> driver = Optional.empty();
    if (CurrentCustomer.actor().is(Role.CONTRACTOR)) {
      driver = members.idOfCurrentActor();
      if (driver.isEmpty()) {
        return Page.of(List.of());
      }
    }
    Page<Route> page = routes.page(text, driver, request);
    Map<UUID, Integer> stops = routes.stopCounts(page.items().stream().map(Route::id).toList());
    Map<UUID, String> names =
        members.names(
            page.items().stream().map(Route::memberId).flatMap(Optional::stream).toList());
    return page.map(
        route ->
            new RouteSummary(
                route.id(),
                route.name(),
                route.memberId(),
                route.memberId().map(names::get),
                route.vehicle(),
                route.startPlace(),
                stops.getOrDefault(route.id(), 0),
                route.version()));
  }

  /**
   * @throws NotFound if there is none, or none that the acting person may see
   */
  public RouteView get(UUID id) {
    Route route = find(id);
    if (CurrentCustomer.actor().is(Role.CONTRACTOR)
        && (route.memberId().isEmpty() || !route.memberId().equals(members.idOfCurrentActor()))) {
      throw new NotFound(ENTITY);
    }
    return view(route);
  }

  /**
   * Creates a route, once for one request key.
   *
   * @throws InvalidField if the member or a stop's property does not exist, or a property comes
   *     twice or is archived
   */
  public RouteView create(RouteDraft draft, Optional<RequestKey> key) {
    UUID id =
        idempotency.once(
            key,
            () -> {
              check(draft, Set.of());
              Route route = new Route(draft);
              routes.add(route);
              routes.flush();
              audit.created(ENTITY, route.id(), view(route));
              return route.id();
            });
    return view(find(id));
  }

  /**
   * Makes a route what the draft says, its stops included.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws InvalidField as for {@link #create}
   */
  public RouteView update(UUID id, int version, RouteDraft draft) {
    Route route = find(id);
    StaleVersion.check(version, route.version());
    check(draft, Set.copyOf(route.propertyIds()));
    RouteView before = view(route);
    route.describe(draft);
    routes.flush();
    RouteView after = view(route);
    audit.changed("update", ENTITY, id, before, after);
    return after;
  }

  /**
   * Deletes a route; its properties stay.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  public void delete(UUID id, int version) {
    Route route = find(id);
    StaleVersion.check(version, route.version());
    audit.deleted(ENTITY, id, view(route));
    routes.remove(route);
    routes.flush();
  }

  @Override
  public String idsOfMember() {
    return RouteRepository.PROPERTIES_OF_MEMBER;
  }

  /** Takes a property that is archived or deleted off every route. */
  void letGo(@Observes PropertyLeaves leaving) {
    for (Route route : routes.withProperty(leaving.propertyId())) {
      RouteView before = view(route);
      route.skip(leaving.propertyId());
      routes.flush();
      audit.changed("property-left", ENTITY, route.id(), before, view(route));
    }
  }

  /**
   * A stop that is on the route already may stay there; a new one must be a property in service.
   */
  private void check(RouteDraft draft, Set<UUID> present) {
    if (draft.memberId() != null && !members.exists(draft.memberId())) {
      throw new InvalidField("memberId", "Choose a member of your company.");
    }
    List<UUID> stops = Optional.ofNullable(draft.stops()).orElse(List.of());
    Map<UUID, PropertyView> known = propertiesById(stops);
    for (int i = 0; i < stops.size(); i++) {
      PropertyView property = known.get(stops.get(i));
      if (property == null) {
        throw new InvalidField("stops[" + i + "]", "There is no such property.");
      }
      if (property.status() == PropertyStatus.ARCHIVED && !present.contains(property.id())) {
        throw new InvalidField(
            "stops[" + i + "]",
            "The property " + property.name() + " is archived and on no route.");
      }
    }
  }

  private RouteView view(Route route) {
    Map<UUID, PropertyView> known = propertiesById(route.propertyIds());
    List<RouteView.Stop> stops =
        route.propertyIds().stream()
            .map(known::get)
            .filter(Objects::nonNull)
            .map(RouteService::stop)
            .toList();
    return new RouteView(
        route.id(),
        route.name(),
        route.memberId(),
        route.memberId().map(id -> members.names(List.of(id)).get(id)),
        route.vehicle(),
        route.startPlace(),
        stops,
        route.version(),
        route.createdAt(),
        route.updatedAt());
  }

  private static RouteView.Stop stop(PropertyView property) {
    return new RouteView.Stop(
        property.id(),
        property.name(),
        property.street(),
        property.city(),
        property.latitude(),
        property.longitude());
  }

  private Map<UUID, PropertyView> propertiesById(Collection<UUID> ids) {
    return properties.getAll(ids).stream()
        .collect(Collectors.toMap(PropertyView::id, Function.identity()));
  }

  private Route find(UUID id) {
    return routes.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }
}
