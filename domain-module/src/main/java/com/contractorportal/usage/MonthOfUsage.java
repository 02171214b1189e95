package com.contractorportal.usage;

import java.time.Instant;
import java.util.Optional;

/**
 * What a customer used in a month of UTC.
 *
 * @param month as {@code 2026-11}
 * @param requests to the API that were let in
 * @param members people who belonged to the customer when it was metered
 * @param properties in service when it was metered
 * @param storageBytes photos and report files when it was metered
 * @param logs work logs of work begun in the month
 * @param reportRuns runs started in the month
 * @param batchSeconds how long imports and reports were worked on
 * @param meteredAt when all but the requests was last metered; absent: not yet
 */
public record MonthOfUsage(
    String month,
    long requests,
    long members,
    long properties,
    long storageBytes,
    long logs,
    long reportRuns,
    long batchSeconds,
    Optional<Instant> meteredAt) {}
