package com.contractorportal.batch.report;

import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.report.NightService;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks after nights, on every node: makes the night of each date once its time has come (later, if
 * no node was up then), and puts this node's workers on nights that have work left, such as those
 * whose workers have died.
 *
 * <p>That only one night a date is made, and each customer reported by one worker, is held by the
 * database.
 */
@ApplicationScoped
public class NightSchedule implements RecurringTask {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject private NightService nights;
  @Inject private NightLauncher launcher;

  /** A time of day in UTC, or {@code off}: nights are then started by operators only. */
  @Inject
  @ConfigProperty(name = "portal.report.nightly.at", defaultValue = "02:00")
  private String nightlyAt;

  private Optional<LocalTime> nightly = Optional.empty();

  @PostConstruct
  void begin() {
    if (!nightlyAt.equalsIgnoreCase("off")) {
      nightly = Optional.of(LocalTime.parse(nightlyAt));
    }
  }

  /** Often enough that work whose lease has run out does not wait long. */
  @Override
  public Duration pause() {
    Duration lease = nights.leaseTime();
    return lease.compareTo(MINUTE) < 0 ? lease : MINUTE;
  }

  @Override
  public void run() {
    nightly.ifPresent(this::startIfDue);
    nights.unfinished().forEach(launcher::takePart);
  }

  private void startIfDue(LocalTime time) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Instant due = today.atTime(time).toInstant(ZoneOffset.UTC);
    if (!Instant.now().isBefore(due)) {
      nights.startNightly(today, due);
    }
  }

  @PreDestroy
  void end() {
    launcher.stop();
  }
}
