package com.contractorportal.route;

import java.util.Optional;
import java.util.UUID;

/**
 * A route in a list.
 *
 * @param stopCount how many stops it has
 */
public record RouteSummary(
    UUID id,
    String name,
    Optional<UUID> memberId,
    Optional<String> memberName,
    Optional<String> vehicle,
    Optional<String> startPlace,
    int stopCount,
    int version) {}
