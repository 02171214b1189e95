package com.contractorportal.equipment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A rate as people see it; the fields are those of {@link EquipmentRateDraft}.
 *
 * @param version counts its changes; a change must name the one it was made upon
 */
public record EquipmentRateView(
    UUID id,
    String equipment,
    BigDecimal hourlyRate,
    String currency,
    LocalDate validFrom,
    Optional<LocalDate> validTo,
    int version,
    Instant createdAt,
    Instant updatedAt) {}
