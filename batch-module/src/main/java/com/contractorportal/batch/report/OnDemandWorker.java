package com.contractorportal.batch.report;

import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.report.Lease;
import com.contractorportal.report.NightService;
import com.contractorportal.report.ReportRunView;
import com.contractorportal.report.ReportService;
import com.contractorportal.report.Wishes;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the reports that customers ask for, beside the night: a few at a time on each node, so that
 * nobody waits for a night to end, and a night for nobody. Who makes which is decided by leases.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class OnDemandWorker implements RecurringTask {

  static final String ACTOR = "report on demand";

  private static final Logger LOG = Logger.getLogger(OnDemandWorker.class.getName());

  /** How soon a node notices what was asked for at another one, which may have no workers. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Inject private ManagedExecutorService executor;
  @Inject private ReportService reports;
  @Inject private NightService nights;
  @Inject private LeasedReports leased;
  @Inject private Shutdown shutdown;

  @Inject
  @ConfigProperty(name = "portal.report.on.demand.workers", defaultValue = "2")
  private int workers;

  private Semaphore free;

  @PostConstruct
  void begin() {
    free = new Semaphore(workers);
  }

  /**
   * Has a report made, and makes it here if somebody is free.
   *
   * @see ReportService#start
   */
  public ReportRunView start(String kind, Wishes wishes, Optional<RequestKey> key) {
    ReportRunView run = reports.start(kind, wishes, key);
    wake();
    return run;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public void run() {
    if (free.availablePermits() > 0 && !nights.unfinishedOnDemand().isEmpty()) {
      wake();
    }
  }

  private void wake() {
    if (!shutdown.hasBegun() && free.tryAcquire()) {
      try {
        executor.execute(this::workUntilNothingWaits);
      } catch (RejectedExecutionException busy) {
        free.release(); // The timer tries again.
      }
    }
  }

  private void workUntilNothingWaits() {
    try {
      boolean found = true;
      while (found && !shutdown.hasBegun()) {
        found = false;
        for (UUID round : nights.unfinishedOnDemand()) {
          found |= work(round);
        }
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "Looking for reports to make failed; the timer tries again", failure);
    } finally {
      free.release();
    }
  }

  /** Whether there was something to do. */
  private boolean work(UUID round) {
    Optional<Lease> lease = nights.lease(round, UUID.randomUUID().toString());
    lease.ifPresent(held -> leased.make(held, Actor.portal(ACTOR, "round-" + round)));
    nights.closeIfDone(round);
    return lease.isPresent();
  }
}
