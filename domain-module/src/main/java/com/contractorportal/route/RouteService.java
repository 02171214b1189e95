package com.contractorportal.route;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.geo.Position;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.member.MemberService;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.AssignsProperties;
import com.contractorportal.property.PropertiesMoved;
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
import java.util.Objects;
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
      return driven(text, request).map(this::summaries).orElseGet(RouteService::none);
    }
    return summaries(routes.page(text, Optional.empty(), request));
  }

  /** One page of the routes that the acting person drives, with their stops, by name. */
  public Page<RouteView> mine(PageRequest request) {
    return driven(Optional.empty(), request).map(this::views).orElseGet(RouteService::none);
  }

  private Optional<Page<Route>> driven(Optional<String> text, PageRequest request) {
    return members.idOfCurrentActor().map(me -> routes.page(text, Optional.of(me), request));
  }

  private static <T> Page<T> none() {
    return Page.of(List.of());
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
   * A route with its properties in full.
   *
   * @throws NotFound if there is none, or none that the acting person may see
   */
  public RouteSheet sheet(UUID id) {
    RouteView route = get(id);
    List<UUID> order = route.stops().stream().map(RouteView.Stop::propertyId).toList();
    Map<UUID, PropertyView> places = byId(properties.getAll(order));
    return new RouteSheet(route, order.stream().map(places::get).filter(Objects::nonNull).toList());
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
              Map<UUID, PropertyView> places = check(draft, Set.of());
              Route route = new Route(draft);
              measure(route, places);
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
          Map<UUID, PropertyView> places = check(draft, Set.copyOf(route.propertyIds()));
          route.describe(draft);
          measure(route, places);
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
          Map<UUID, PropertyView> places =
              checkStops(draft.stops(), Set.copyOf(route.propertyIds()));
          route.lead(draft);
          measure(route, places);
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
    return change(
        "move-stop",
        id,
        version,
        route -> {
          Map<UUID, PropertyView> places = byId(properties.hold(route.propertyIds()));
          route.move(move);
          measure(route, places);
        });
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
    for (Route route : routes.withAny(Set.of(leaving.propertyId()))) {
      RouteView before = view(route);
      Map<UUID, PropertyView> places = places(route);
      route.skip(leaving.propertyId());
      measure(route, places);
      routes.flush();
      audit.changed("property-left", ENTITY, route.id(), before, view(route));
    }
  }

  /** Measures the routes over properties that have moved. */
  void follow(@Observes PropertiesMoved moved) {
    routes.withAny(moved.propertyIds()).forEach(route -> measure(route, places(route)));
    routes.flush();
  }

  private Map<UUID, PropertyView> places(Route route) {
    return byId(properties.getAll(route.propertyIds()));
  }

  private static Map<UUID, PropertyView> byId(List<PropertyView> views) {
    return views.stream().collect(Collectors.toMap(PropertyView::id, Function.identity()));
  }

  /**
   * Two who measure the same route at once do not both write it, as its version counts; and whoever
   * leads it somewhere holds the properties, so that they are where they are said to be.
   *
   * @param places all that are on the route
   */
  private static void measure(Route route, Map<UUID, PropertyView> places) {
    route.measure(
        RouteTotals.of(
            route.propertyIds().stream()
                .map(id -> Optional.ofNullable(places.get(id)))
                .map(place -> place.flatMap(at -> Position.of(at.latitude(), at.longitude())))
                .toList()));
  }

  /**
   * A stop that is on the route already may stay there; a new one must be a property in service.
   */
  private Map<UUID, PropertyView> check(RouteDraft draft, Set<UUID> present) {
    if (draft.memberId() != null && !members.exists(draft.memberId())) {
      throw new InvalidField("memberId", "Choose a member of your company.");
    }
    return checkStops(Optional.ofNullable(draft.stops()).orElse(List.of()), present);
  }

  private Map<UUID, PropertyView> checkStops(List<UUID> stops, Set<UUID> present) {
    Map<UUID, PropertyView> known = byId(properties.hold(stops));
    for (int i = 0; i < stops.size(); i++) {
      PropertyView property = known.get(stops.get(i));
      if (property == null) {
        throw new InvalidField("stops[" + i + "]", "There is no such property.");
      }
      if (property.status() == PropertyStatus.ARCHIVED && !present.contains(property.id())) {
        throw new InvalidField(
            "stops[" + i + "]", "The property %s is archived and on no route.", property.name());
      }
    }
    return known;
  }

  private RouteView view(Route route) {
    return views(Page.of(List.of(route))).items().get(0);
  }

  /** In two statements, however many routes there are. */
  private Page<RouteView> views(Page<Route> page) {
    Map<UUID, List<RouteView.Stop>> stops =
        routes.stops(page.items().stream().map(Route::id).toList());
    Map<UUID, String> names = drivers(page);
    return page.map(route -> view(route, stops.getOrDefault(route.id(), List.of()), names));
  }

  private static RouteView view(Route route, List<RouteView.Stop> stops, Map<UUID, String> names) {
    return new RouteView(
        route.id(),
        route.name(),
        route.memberId(),
        route.memberId().map(names::get),
        route.vehicle(),
        route.startPlace(),
        stops,
        route.totals().distanceM(),
        route.totals().expectedMinutes(),
        route.version(),
        route.createdAt(),
        route.updatedAt());
  }

  private Page<RouteSummary> summaries(Page<Route> page) {
    Map<UUID, String> names = drivers(page);
    return page.map(route -> summary(route, names));
  }

  private static RouteSummary summary(Route route, Map<UUID, String> names) {
    RouteTotals totals = route.totals();
    return new RouteSummary(
        route.id(),
        route.name(),
        route.memberId(),
        route.memberId().map(names::get),
        route.vehicle(),
        route.startPlace(),
        totals.stopCount(),
        totals.distanceM(),
        totals.expectedMinutes(),
        route.version());
  }

  private Map<UUID, String> drivers(Page<Route> page) {
    return members.names(
        page.items().stream().map(Route::memberId).flatMap(Optional::stream).toList());
  }

  private Route find(UUID id) {
    return routes.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }
}
