package com.contractorportal.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One night's reports, as operators see them.
 *
 * @param nightDate the date of a nightly run, which comes to each customer in its own time zone;
 *     empty for a manual one
 * @param asOf the instant that the reports describe; of a nightly run, that of a customer in UTC
 * @param day the date whose nights a manual run makes again; empty for as of its start
 * @param kinds the reports that are made; none for all
 * @param customerId the only customer to report, if it is one
 * @param counts how many customers are how far
 */
public record NightView(
    UUID id,
    NightKind kind,
    Optional<LocalDate> nightDate,
    Instant asOf,
    Optional<LocalDate> day,
    List<String> kinds,
    NightStatus status,
    Optional<String> customerId,
    Instant startedAt,
    Optional<Instant> endedAt,
    Counts counts) {

  /** How many customers are how far. */
  public record Counts(
      long total, long pending, long running, long completed, long failed, long skipped) {

    static Counts of(Map<ResultStatus, Long> counted) {
      return new Counts(
          counted.values().stream().mapToLong(Long::longValue).sum(),
          counted.getOrDefault(ResultStatus.PENDING, 0L),
          counted.getOrDefault(ResultStatus.RUNNING, 0L),
          counted.getOrDefault(ResultStatus.COMPLETED, 0L),
          counted.getOrDefault(ResultStatus.FAILED, 0L),
          counted.getOrDefault(ResultStatus.SKIPPED, 0L));
    }
  }
}
