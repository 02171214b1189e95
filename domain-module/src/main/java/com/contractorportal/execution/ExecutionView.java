package com.contractorportal.execution;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One execution for a customer.
 *
 * @param reference what it is about: the id of the night or of the import
 * @param durationMs in milliseconds, once it has ended
 * @param items how many things it has handled, rows say
 * @param bytes how much it has read or written
 * @param costUnits one for each second begun, and one for each thousand items begun
 * @param error why it failed
 */
public record ExecutionView(
    UUID id,
    ExecutionKind kind,
    String reference,
    ExecutionStatus status,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<Long> durationMs,
    Optional<Long> items,
    Optional<Long> bytes,
    Optional<Long> costUnits,
    Optional<String> error) {}
