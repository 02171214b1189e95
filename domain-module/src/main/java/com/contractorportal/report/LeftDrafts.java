package com.contractorportal.report;

import com.contractorportal.housekeeping.CustomerChore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Half-written files of reports whose every attempt was interrupted. A later attempt would have
 * removed them, and so only runs that never completed have any: what has been reported stays, and
 * is not even looked at.
 */
@ApplicationScoped
class LeftDrafts implements CustomerChore {

  /** How far back to look: as long as no round has been, and then some. */
  private static final Duration RECENT = Duration.ofDays(7);

  @Inject private ReportRepository reports;
  @Inject private ReportStore store;

  @Override
  public String things() {
    return "half-written reports";
  }

  /** Far longer than an attempt takes. */
  @Override
  public Duration kept() {
    return Duration.ofDays(1);
  }

  @Override
  public int removeSome(Instant before, int most) {
    int removed = 0;
    try {
      for (UUID run : reports.incomplete(before.minus(RECENT), before)) {
        if (removed < most) {
          removed += store.removeDrafts(run, before);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return removed;
  }
}
