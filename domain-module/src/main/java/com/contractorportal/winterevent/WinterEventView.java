package com.contractorportal.winterevent;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A winter event as people see it; the fields are those of {@link WinterEventDraft}.
 *
 * @param activatedAt since when crews work for it
 * @param closedAt until when they did
 * @param version counts its changes; a change must name the one it was made upon
 */
public record WinterEventView(
    UUID id,
    String name,
    EventKind kind,
    EventStatus status,
    Instant startsAt,
    Optional<Instant> endsAt,
    Optional<BigDecimal> forecastDepthCm,
    Optional<BigDecimal> measuredDepthCm,
    Optional<String> notes,
    Optional<Instant> activatedAt,
    Optional<Instant> closedAt,
    int version,
    Instant createdAt,
    Instant updatedAt) {}
