package com.contractorportal.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One making of a report, as the customer sees it.
 *
 * @param kind what was made; {@link ReportView} tells more of it
 * @param asOf the instant that the report describes
 * @param rowCount rows of the report, without the header; while one that was asked for is made,
 *     those so far
 * @param error why it failed, if it did
 * @param files what it wrote; empty until it is completed
 */
public record ReportRunView(
    UUID id,
    String kind,
    RunOrigin origin,
    RunStatus status,
    Instant asOf,
    Instant startedAt,
    Optional<Instant> endedAt,
    long rowCount,
    Optional<String> error,
    List<ReportFileView> files) {}
