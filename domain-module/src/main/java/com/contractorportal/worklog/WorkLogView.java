package com.contractorportal.worklog;

import com.contractorportal.winterevent.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A work log as people see it; the fields are those of {@link WorkLogDraft}.
 *
 * @param hourlyRate what an hour of the equipment costs, at the log's start; for the office only
 * @param rejectionReason why the office does not agree
 * @param corrects the approved log that this one takes the place of
 * @param correctedBy the log that takes the place of this one
 * @param receivedAt when the portal heard of it
 * @param late whether the event was closed by then
 * @param version counts its changes; a change must name the one it was made upon
 */
public record WorkLogView(
    UUID id,
    UUID eventId,
    String eventName,
    UUID propertyId,
    String propertyName,
    UUID memberId,
    String memberName,
    Work work,
    WorkLogStatus status,
    Optional<String> equipment,
    Optional<BigDecimal> hourlyRate,
    Optional<String> currency,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<BigDecimal> depthCm,
    Optional<String> material,
    Optional<BigDecimal> materialQuantity,
    Optional<MaterialUnit> materialUnit,
    Optional<Integer> passes,
    Optional<String> notes,
    Optional<String> rejectionReason,
    Optional<UUID> corrects,
    Optional<UUID> correctedBy,
    Instant capturedAt,
    Instant receivedAt,
    boolean late,
    int version,
    Instant createdAt,
    Instant updatedAt) {}
