package com.contractorportal.property;

import com.contractorportal.recurring.RecurringTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Picks up imports whose worker died, or that arrived while all were busy. */
@ApplicationScoped
class ImportSchedule implements RecurringTask {

  @Inject private ImportWorker worker;

  @Override
  public Duration pause() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    worker.wake();
  }
}
