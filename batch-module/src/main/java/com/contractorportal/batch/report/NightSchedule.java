package com.contractorportal.batch.report;

import com.contractorportal.report.NightService;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks after nights, on every node: makes the night of each date once its time has come (later, if
 * no node was up then), and puts this node's workers on nights that have work left, such as those
 * whose workers have died.
 *
 * <p>The timer is this node's own and forgotten with it; that only one night a date is made, and
 * each customer reported by one worker, is held by the database.
 */
@Singleton
@Startup
@DependsOn("PortalStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class NightSchedule {

  private static final Logger LOG = Logger.getLogger(NightSchedule.class.getName());
  private static final Duration AFTER_START = Duration.ofSeconds(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject private NightService nights;
  @Inject private NightLauncher launcher;

  /** A time of day in UTC, or {@code off}: nights are then started by operators only. */
  @Inject
  @ConfigProperty(name = "portal.report.nightly.at", defaultValue = "02:00")
  private String nightlyAt;

  // Not an EJB timer: Payara Micro keeps those in its data grid, which is off.
  @Resource private ManagedScheduledExecutorService scheduler;

  private Optional<LocalTime> nightly = Optional.empty();
  private ScheduledFuture<?> looking;

  @PostConstruct
  void begin() {
    if (!nightlyAt.equalsIgnoreCase("off")) {
      nightly = Optional.of(LocalTime.parse(nightlyAt));
    }
    Duration lease = nights.leaseTime();
    Duration every = lease.compareTo(MINUTE) < 0 ? lease : MINUTE;
    looking =
        scheduler.scheduleWithFixedDelay(
            this::look, AFTER_START.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Throws nothing: the scheduler would look no more. */
  private void look() {
    try {
      nightly.ifPresent(this::startIfDue);
      nights.unfinished().forEach(launcher::takePart);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "Nights could not be looked after; will try again", failure);
    }
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
    looking.cancel(false);
    launcher.stop();
  }
}
