package com.contractorportal.route;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A route as people see it; the fields are those of {@link RouteDraft}.
 *
 * @param memberName who drives it
 * @param stops in the order of the drive
 * @param distanceM straight from stop to stop in metres, over those whose position is known
 * @param expectedMinutes how long the drive with its work should take, as {@link RouteTotals} says
 * @param version counts its changes; a change must name the one it was made upon
 */
public record RouteView(
    UUID id,
    String name,
    Optional<UUID> memberId,
    Optional<String> memberName,
    Optional<String> vehicle,
    Optional<String> startPlace,
    List<Stop> stops,
    long distanceM,
    int expectedMinutes,
    int version,
    Instant createdAt,
    Instant updatedAt) {

  /** One stop: a property of the customer. */
  public record Stop(
      UUID propertyId,
      String name,
      String street,
      Optional<String> city,
      Optional<BigDecimal> latitude,
      Optional<BigDecimal> longitude) {}
}
