package com.contractorportal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the nights are doing, over all customers.
 *
 * @param lastGoodEnd when the newest nightly run without a failed customer ended, if there is one
 * @param waitingSince since when there has been no such run: its end, or the start of the first
 *     nightly run; empty if there was none
 * @param lastFailures customers that failed in the newest nightly run
 * @param lastRows rows that it has written
 * @param lastRetries attempts of it that followed another one of the same customer
 * @param lastDuration how long it took, or has taken until now; empty if there was none
 * @param waiting customers of running nights that no worker has taken
 * @param running customers of running nights that a worker has taken
 */
public record NightFigures(
    Optional<Instant> lastGoodEnd,
    Optional<Instant> waitingSince,
    long lastFailures,
    long lastRows,
    long lastRetries,
    Optional<Duration> lastDuration,
    long waiting,
    long running) {

  /** What has come of one night. */
  record Sums(long rows, long retries) {

    static final Sums NONE = new Sums(0, 0);
  }
}
