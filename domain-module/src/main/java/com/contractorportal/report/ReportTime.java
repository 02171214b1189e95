package com.contractorportal.report;

import com.contractorportal.usage.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** How long a customer's reports were worked on. */
@ApplicationScoped
class ReportTime implements Activity {

  @Inject private ReportRepository reports;

  @Override
  public Measure measure() {
    return Measure.BATCH_SECONDS;
  }

  @Override
  public long during(Instant from, Instant until) {
    return reports.endedRuns(from, until).stream()
            .mapToLong(run -> Duration.between((Instant) run[0], (Instant) run[1]).toMillis())
            .sum()
        / 1_000;
  }
}
