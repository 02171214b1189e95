package com.contractorportal.route;

import java.util.Optional;
import java.util.UUID;

/**
 * A route in a list.
 *
 * @param stopCount how many stops it has
 * @param distanceM straight from stop to stop in metres, over those whose position is known
 * @param expectedMinutes how long the drive with its work should take, as {@link RouteTotals} says
 */
public record RouteSummary(
    UUID id,
    String name,
    Optional<UUID> memberId,
    Optional<String> memberName,
    Optional<String> vehicle,
    Optional<String> startPlace,
    int stopCount,
    long distanceM,
    int expectedMinutes,
    int version) {}
