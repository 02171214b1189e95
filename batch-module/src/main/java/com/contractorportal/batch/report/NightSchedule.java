package com.contractorportal.batch.report;

import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.report.NightService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks after nights, on every node: begins the night of each date where its time has come (later,
 * if no node was up then), and puts this node's workers on nights that have work left, such as
 * those whose workers have died.
 *
 * <p>That only one night a date is made, and each customer reported by one worker, is held by the
 * database.
 */
@ApplicationScoped
public class NightSchedule implements RecurringTask {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject private NightService nights;
  @Inject private NightLauncher launcher;

  /** Often enough that work whose lease has run out does not wait long. */
  @Override
  public Duration pause() {
    Duration lease = nights.leaseTime();
    return lease.compareTo(MINUTE) < 0 ? lease : MINUTE;
  }

  @Override
  public void run() {
    nights.addDue(Instant.now());
    nights.unfinished().forEach(launcher::takePart);
  }

  @PreDestroy
  void end() {
    launcher.stop();
  }
}
