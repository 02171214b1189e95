package com.contractorportal.worklog;

import com.contractorportal.usage.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** How much work a customer's people logged. */
@ApplicationScoped
class LogsBegun implements Activity {

  @Inject private WorkLogRepository logs;

  @Override
  public Measure measure() {
    return Measure.LOGS;
  }

  @Override
  @Transactional
  public long during(Instant from, Instant until) {
    return logs.countBegun(from, until);
  }
}
