package com.contractorportal.execution;

import java.time.Instant;
import java.util.Optional;

/**
 * Which executions are wanted.
 *
 * @param from that started then or later
 * @param to that started before
 */
public record ExecutionFilter(
    Optional<ExecutionKind> kind,
    Optional<ExecutionStatus> status,
    Optional<Instant> from,
    Optional<Instant> to) {}
