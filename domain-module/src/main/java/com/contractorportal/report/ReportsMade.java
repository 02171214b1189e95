package com.contractorportal.report;

import com.contractorportal.usage.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** How many reports were made for a customer. */
@ApplicationScoped
class ReportsMade implements Activity {

  @Inject private ReportRepository reports;

  @Override
  public Measure measure() {
    return Measure.REPORT_RUNS;
  }

  @Override
  public long during(Instant from, Instant until) {
    return reports.countRuns(from, until);
  }
}
