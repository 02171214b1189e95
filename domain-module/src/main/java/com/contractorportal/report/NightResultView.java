package com.contractorportal.report;

import java.time.Instant;
import java.util.Optional;

/**
 * One customer in one night, as operators see it: sizes and times, nothing of what the report says.
 *
 * @param asOf the instant that the reports describe: of a nightly run, the customer's own night;
 *     empty for that of the run
 * @param attempts how often a worker has begun
 * @param rowCount rows of the report, without the header
 * @param byteCount size of the file
 * @param error why the last attempt failed, or why the customer was skipped
 */
public record NightResultView(
    String customerId,
    String customerName,
    ResultStatus status,
    Optional<Instant> asOf,
    int attempts,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Long> rowCount,
    Optional<Long> byteCount,
    Optional<String> error) {}
