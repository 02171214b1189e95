package com.contractorportal.route;

import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A drive from property to property, in order; each property is on it once. */
@Entity
@Table(name = "route")
class Route extends CustomerOwned {

  private String name;

  @Column(name = "member_id")
  private UUID memberId;

  private String vehicle;

  @Column(name = "start_place")
  private String startPlace;

  @OneToMany(mappedBy = "route", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<RouteStop> stops = new ArrayList<>();

  @Column(name = "stop_count")
  private int stopCount;

  @Column(name = "distance_m")
  private long distanceM;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Route() {}

  Route(RouteDraft draft) {
    createdAt = Now.instant();
    describe(draft);
  }

  /** Makes it what the draft says, its stops included. */
  void describe(RouteDraft draft) {
    name = draft.name().strip();
    memberId = draft.memberId();
    vehicle = textOrNull(draft.vehicle());
    startPlace = textOrNull(draft.startPlace());
    visit(Optional.ofNullable(draft.stops()).orElse(List.of()));
  }

  /** Leads it over these properties. */
  void lead(StopsDraft draft) {
    visit(draft.stops());
  }

  /** Moves one stop; the others keep their order. */
  void move(StopMove move) {
    List<UUID> order = new ArrayList<>(propertyIds());
    if (!order.remove(move.propertyId())) {
      throw new InvalidField("propertyId", "This property is not on the route.");
    }
    if (move.position() > order.size()) {
      throw new InvalidField(
          "position", "The stops of this route have the positions 0 to %d.", order.size());
    }
    order.add(move.position(), move.propertyId());
    visit(order);
  }

  /** Replaces the stops; those that stay keep their rows. */
  private void visit(List<UUID> propertyIds) {
    if (new HashSet<>(propertyIds).size() < propertyIds.size()) {
      throw new InvalidField("stops", "A property is on a route once; name each only once.");
    }
    stops.removeIf(stop -> !propertyIds.contains(stop.propertyId()));
    Map<UUID, RouteStop> staying =
        stops.stream().collect(Collectors.toMap(RouteStop::propertyId, Function.identity()));
    for (int position = 0; position < propertyIds.size(); position++) {
      UUID propertyId = propertyIds.get(position);
      RouteStop stop = staying.get(propertyId);
      if (stop == null) {
        stops.add(new RouteStop(this, propertyId, position));
      } else {
        stop.moveTo(position);
      }
    }
    stops.sort(Comparator.comparingInt(RouteStop::position));
    updatedAt = Now.instant();
  }

  /** A property is served no more: it leaves the route. */
  void skip(UUID propertyId) {
    visit(propertyIds().stream().filter(id -> !id.equals(propertyId)).toList());
  }

  /** Keeps what it amounts to, so that lists need not read the stops. */
  void measure(RouteTotals totals) {
    stopCount = totals.stopCount();
    distanceM = totals.distanceM();
  }

  RouteTotals totals() {
    return new RouteTotals(stopCount, distanceM);
  }

  String name() {
    return name;
  }

  Optional<UUID> memberId() {
    return Optional.ofNullable(memberId);
  }

  Optional<String> vehicle() {
    return Optional.ofNullable(vehicle);
  }

  Optional<String> startPlace() {
    return Optional.ofNullable(startPlace);
  }

  List<UUID> propertyIds() {
    return stops.stream().map(RouteStop::propertyId).toList();
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  private static String textOrNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
