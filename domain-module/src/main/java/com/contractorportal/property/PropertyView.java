package com.contractorportal.property;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A property as people see it; the fields are those of {@link PropertyDraft}.
 *
 * @param version counts its changes; a change must name the one it was made upon
 * @param deletedAt when it was deleted; only the audit trail shows what is
 */
public record PropertyView(
    UUID id,
    String name,
    String street,
    Optional<String> unit,
    Optional<String> city,
    Optional<String> state,
    Optional<String> postalCode,
    Optional<BigDecimal> latitude,
    Optional<BigDecimal> longitude,
    PropertyKind kind,
    Optional<BigDecimal> areaM2,
    Optional<BigDecimal> triggerDepthCm,
    Optional<String> siteNotes,
    PropertyStatus status,
    Optional<String> externalRef,
    int version,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> deletedAt) {}
