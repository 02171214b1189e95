package com.contractorportal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a night or an operator's round is.
 *
 * @param counts how many customers are how far
 * @param rows how many rows have been written
 * @param percent how much of the work that is known is done
 * @param estimatedEnd when it ends if it goes on as until now; empty as long as that is a guess
 */
public record NightProgress(
    NightStatus status,
    NightView.Counts counts,
    long rows,
    int percent,
    Optional<Instant> estimatedEnd) {

  static NightProgress of(NightView night, long rows, Instant now) {
    NightView.Counts counts = night.counts();
    long done = counts.completed() + counts.failed() + counts.skipped();
    boolean runs = night.status() == NightStatus.RUNNING;
    int percent = counts.total() == 0 ? (runs ? 0 : 100) : (int) (100 * done / counts.total());
    long worked = done - counts.skipped();
    long left = counts.pending() + counts.running();
    return new NightProgress(
        night.status(),
        counts,
        rows,
        percent,
        runs && worked > 0
            ? Optional.of(
                now.plus(
                    Duration.between(night.startedAt(), now).multipliedBy(left).dividedBy(worked)))
            : Optional.empty());
  }
}
