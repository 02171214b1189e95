package com.contractorportal.checkin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A check-in as people see it; the fields are those of {@link CheckInDraft}.
 *
 * @param receivedAt when the portal heard of it
 * @param distanceM how many metres the position is from the property
 * @param late whether the event was closed by the time it was received
 * @param far whether the position is more than 500 metres and its accuracy from the property
 */
public record CheckInView(
    UUID id,
    UUID eventId,
    UUID memberId,
    String memberName,
    Optional<UUID> propertyId,
    Optional<String> propertyName,
    CheckInKind kind,
    Instant capturedAt,
    Instant receivedAt,
    Optional<BigDecimal> latitude,
    Optional<BigDecimal> longitude,
    Optional<BigDecimal> accuracyM,
    Optional<BigDecimal> distanceM,
    boolean late,
    boolean far,
    Optional<String> note) {}
