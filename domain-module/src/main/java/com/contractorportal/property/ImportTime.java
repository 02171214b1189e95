package com.contractorportal.property;

import com.contractorportal.usage.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** How long a customer's imports were worked on. */
@ApplicationScoped
class ImportTime implements Activity {

  @Inject private ImportLedger imports;

  @Override
  public Measure measure() {
    return Measure.BATCH_SECONDS;
  }

  @Override
  public long during(Instant from, Instant until) {
    return imports.secondsOfWork(from, until);
  }
}
