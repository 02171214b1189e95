package com.contractorportal.leaving;

import java.time.Instant;
import java.util.Optional;

/**
 * That a customer is to be erased.
 *
 * @param dueAt when it happens; absent until it is confirmed
 */
public record ErasureView(
    String customerId,
    String customerName,
    String reason,
    ErasureStatus status,
    String requestedBy,
    Instant requestedAt,
    Optional<String> confirmedBy,
    Optional<Instant> dueAt) {}
