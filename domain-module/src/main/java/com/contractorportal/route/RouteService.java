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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
    if (CurrentCustomer.actor().is(Role.CONTRACTOR)) {
      return ofDriver(text, request).map(RouteService::summary);
    }
    return views(routes.page(text, Optional.empty(), request)).map(RouteService::summary);
  }

  /** One page of the routes that the acting person drives, with their stops, by name. */
  public Page<RouteView> mine(PageRequest request) {
    return ofDriver(Optional.empty(), request);
  }

  private Page<RouteView> ofDriver(Optional<String> text, PageRequest request) {
    Optional<UUID> driver = members.idOfCurrentActor();
    return driver.isEmpty() ? Page.of(List.of()) : views(routes.page(text, driver, request));
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
    return change(
        "update",
        id,
        version,
        route -> {
          check(draft, Set.copyOf(route.propertyIds()));
          route.describe(draft);
        });
  }

  /**
   * Leads a route over these properties, and no others.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws InvalidField if a property does not exist, comes twice or is archived
   */
  public RouteView lead(UUID id, int version, StopsDraft draft) {
    return change(
        "lead",
        id,
        version,
        route -> {
          checkStops(draft.stops(), Set.copyOf(route.propertyIds()));
          route.lead(draft);
        });
  }

  /**
   * Moves one stop of a route; the others keep their order.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws InvalidField if the property is not on the route, or the route has fewer positions
   */
  public RouteView move(UUID id, int version, StopMove move) {
    return change("move-stop", id, version, route -> route.move(move));
  }

  private RouteView change(String action, UUID id, int version, Consumer<Route> verb) {
    Route route = find(id);
    StaleVersion.check(version, route.version());
    RouteView before = view(route);
    verb.accept(route);
    routes.flush();
    RouteView after = view(route);
    audit.changed(action, ENTITY, id, before, after);
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
    checkStops(Optional.ofNullable(draft.stops()).orElse(List.of()), present);
  }

  private void checkStops(List<UUID> stops, Set<UUID> present) {
    Map<UUID, PropertyView> known =
        properties.hold(stops).stream()
            .collect(Collectors.toMap(PropertyView::id, Function.identity()));
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
    return views(Page.of(List.of(route))).items().get(0);
  }

  /** In two statements, however many routes there are. */
  private Page<RouteView> views(Page<Route> page) {
    Map<UUID, List<RouteView.Stop>> stops =
        routes.stops(page.items().stream().map(Route::id).toList());
    Map<UUID, String> names =
        members.names(
            page.items().stream().map(Route::memberId).flatMap(Optional::stream).toList());
    return page.map(route -> view(route, stops.getOrDefault(route.id(), List.of()), names));
  }

  private static RouteView view(Route route, List<RouteView.Stop> stops, Map<UUID, String> names) {
    RouteTotals totals = RouteTotals.of(stops);
    return new RouteView(
        route.id(),
        route.name(),
        route.memberId(),
        route.memberId().map(names::get),
        route.vehicle(),
        route.startPlace(),
        stops,
        totals.distanceM(),
        totals.expectedMinutes(),
        route.version(),
        route.createdAt(),
        route.updatedAt());
  }

  private static RouteSummary summary(RouteView route) {
    return new RouteSummary(
        route.id(),
        route.name(),
        route.memberId(),
        route.memberName(),
        route.vehicle(),
        route.startPlace(),
        route.stops().size(),
        route.distanceM(),
        route.expectedMinutes(),
        route.version());
  }

  private Route find(UUID id) {
    return routes.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }
}
