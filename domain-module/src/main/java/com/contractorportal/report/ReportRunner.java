package com.contractorportal.report;

import com.contractorportal.execution.Execution;
import com.contractorportal.execution.ExecutionKind;
import com.contractorportal.execution.Executions;
import com.contractorportal.shutdown.NodeStops;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tracing.Trace;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the reports of the bound customer under a lease, and records what came of them. Each report
 * is a run of its own: what an earlier attempt completed is not made again, and one that fails does
 * not keep the others from being made.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ReportRunner {

  private static final Logger LOG = Logger.getLogger(ReportRunner.class.getName());

  @Inject private RunLedger ledger;
  @Inject private NightService nights;
  @Inject private Reports reports;
  @Inject private ReportWriter writer;
  @Inject private Budget budget;
  @Inject private Executions executions;
  @Inject private Shutdown shutdown;
  @Inject private Event<ReportMade> figures;

  /**
   * Makes the leased customer's reports. A failure is recorded with the customer and thrown at
   * nobody; only if it cannot be recorded does this method throw, and the lease runs out.
   *
   * @throws IllegalArgumentException if another customer is bound
   */
  @WithSpan("nightly report of a customer")
  public void report(Lease lease) {
    if (!CurrentCustomer.require().equals(lease.customer())) {
      throw new IllegalArgumentException("The lease is another customer's.");
    }
    Trace.customer(lease.customer().value());
    Trace.night(lease.night().toString(), lease.attempt());
    Execution execution =
        executions.begin(
            lease.origin() == RunOrigin.NIGHTLY
                ? ExecutionKind.NIGHTLY_REPORT
                : ExecutionKind.REPORT_ON_DEMAND,
            lease.night().toString());
    Instant begun = Instant.now();
    try {
      Optional<Failure> failure =
          lease.isBeyondLast() ? Optional.of(Failure.INTERRUPTED) : makeAll(lease, begun);
      if (failure.isPresent()) {
        fail(lease, execution, failure.get(), begun);
      } else {
        RunLedger.Made made = ledger.finish(lease);
        execution.completed(made.rows(), made.bytes());
      }
    } catch (NodeStops stops) {
      execution.interrupted();
      nights.giveBack(lease);
    } catch (LeaseLost lost) {
      execution.interrupted();
      LOG.log(
          Level.WARNING,
          "Night {0}, customer {1}: another worker has taken over",
          new Object[] {lease.night(), lease.customer()});
    } catch (RuntimeException failure) {
      tell(lease, "all reports", failure);
      fail(lease, execution, Failure.of(failure), begun);
    }
  }

  /** Ends the runs of the current customer in a round that was cancelled. */
  public void abandon(UUID night) {
    ledger.abandon(night, NightService.CANCELLED);
  }

  private void fail(Lease lease, Execution execution, Failure failure, Instant begun) {
    execution.failed(failure.reason());
    ledger.fail(lease, kinds(lease), failure, Duration.between(begun, Instant.now()));
  }

  private List<String> kinds(Lease lease) {
    return reports.within(lease.wishes()).stream().map(Report::kind).toList();
  }

  private static void tell(Lease lease, String what, Exception failure) {
    Trace.failed();
    LOG.log(
        Level.SEVERE,
        failure,
        () ->
            "Night %s, customer %s, %s: attempt %d failed"
                .formatted(lease.night(), lease.customer(), what, lease.attempt()));
  }

  /** Why the first of the reports that could not be made could not; empty if all were. */
  private Optional<Failure> makeAll(Lease lease, Instant begun) {
    ReportSetting setting;
    try {
      setting = ReportSetting.of(lease);
    } catch (DateTimeException | IllegalArgumentException unknown) {
      tell(lease, "terms of the customer", unknown);
      return Optional.of(Failure.UNKNOWN_TERMS);
    }
    Heartbeat heartbeat = new Heartbeat(lease, begun, ledger.made(lease));
    Optional<Failure> first = Optional.empty();
    for (Report report : reports.within(lease.wishes())) {
      heartbeat.made(0, 0);
      try {
        make(lease, report, setting, heartbeat);
      } catch (NodeStops | LeaseLost end) {
        throw end;
      } catch (IOException | RuntimeException failure) {
        tell(lease, report.kind(), failure);
        first = first.or(() -> Optional.of(Failure.of(failure)));
      }
    }
    return first;
  }

  private void make(Lease lease, Report report, ReportSetting setting, Heartbeat heartbeat)
      throws IOException {
    Optional<UUID> runId = ledger.begin(lease, report.kind());
    if (runId.isEmpty()) {
      return;
    }
    Instant begun = Instant.now();
    try (ReportWriter.Writing written = writer.write(runId.get(), report, setting, heartbeat)) {
      ledger.complete(lease, report.kind(), written.files(), written.rows());
      heartbeat.completed(written);
      tellFigures(report, true, begun, written.rows());
    } catch (NodeStops | LeaseLost end) {
      throw end;
    } catch (IOException | RuntimeException failure) {
      tellFigures(report, false, begun, 0);
      throw failure;
    }
  }

  private void tellFigures(Report report, boolean good, Instant begun, long rows) {
    figures.fire(new ReportMade(report.kind(), good, Duration.between(begun, Instant.now()), rows));
  }

  /**
   * Ends the work when the node goes down, the customer's budget is used up or the round is
   * cancelled, and else now and then renews the lease and tells how far the work is.
   */
  private final class Heartbeat implements ReportWriter.Progress {

    /** How soon people see how far the work is, and the work that it is cancelled. */
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final Lease lease;
    private final Instant begun;
    private final Duration pause;
    private RunLedger.Made made;
    private Instant next;

    /**
     * @param made by earlier attempts
     */
    Heartbeat(Lease lease, Instant begun, RunLedger.Made made) {
      this.lease = lease;
      this.begun = begun;
      this.made = made;
      Duration third = nights.leaseTime().dividedBy(3);
      pause = third.compareTo(OFTEN) < 0 ? third : OFTEN;
      next = begun.plus(pause);
    }

    @Override
    public void made(long rows, long bytes) {
      if (shutdown.hasBegun()) {
        throw new NodeStops();
      }
      Instant now = Instant.now();
      budget.check(lease.worked().plus(Duration.between(begun, now)), made.bytes() + bytes);
      if (now.isAfter(next)) {
        nights.renew(lease, made.rows() + rows, made.reports());
        next = Instant.now().plus(pause);
      }
    }

    /** A report is made; it counts with those made before. */
    void completed(ReportWriter.Writing report) {
      made = made.plus(report.rows(), report.bytes());
    }
  }
}
