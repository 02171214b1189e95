package com.contractorportal.worklog;

import java.util.Optional;
import java.util.UUID;

/**
 * Which properties of an event are wanted.
 *
 * @param routeId the stops of this route
 * @param memberId those that this member serves, or logged work at
 * @param state those that stand so
 */
public record EventPropertyFilter(
    Optional<UUID> routeId, Optional<UUID> memberId, Optional<EventProperty.State> state) {}
