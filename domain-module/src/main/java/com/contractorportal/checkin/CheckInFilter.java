package com.contractorportal.checkin;

import java.util.Optional;
import java.util.UUID;

/** Which check-ins of an event are wanted. */
public record CheckInFilter(Optional<UUID> memberId, Optional<UUID> propertyId) {}
