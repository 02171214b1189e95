package com.contractorportal.batch.report;

import com.contractorportal.report.Lease;
import com.contractorportal.report.NightService;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;

/**
 * One of the workers on a night: leases a customer, reports it, and goes on to the next until none
 * is left or the job is stopped. What goes wrong with one customer is written down with that
 * customer; only a night that cannot be worked on at all fails the job.
 */
@Named
@Dependent
public class ReportWorker implements Batchlet {

  static final String ACTOR = "nightly report";

  @Inject private NightService nights;
  @Inject private NightLauncher launcher;
  @Inject private LeasedReports leased;
  @Inject private JobContext job;
  @Inject private Shutdown shutdown;

  @Inject
  @BatchProperty(name = "night")
  private String night;

  @Inject
  @BatchProperty(name = "crew")
  private String crew;

  private volatile boolean stopping;

  @Override
  public String process() {
    try {
      return work();
    } finally {
      launcher.left(crew);
    }
  }

  private String work() {
    UUID nightId = UUID.fromString(night);
    while (!stopping && !shutdown.hasBegun()) {
      Optional<Lease> lease = nights.lease(nightId, UUID.randomUUID().toString());
      if (lease.isPresent()) {
        report(lease.get());
      } else if (!nights.hasClaimable(nightId)) {
        break;
      }
    }
    nights.closeIfDone(nightId);
    return stopping ? "STOPPED" : "COMPLETED";
  }

  private void report(Lease lease) {
    leased.make(lease, Actor.portal(ACTOR, "job-" + job.getExecutionId()));
  }

  /** Ends the work after the customer being reported. */
  @Override
  public void stop() {
    stopping = true;
  }
}
