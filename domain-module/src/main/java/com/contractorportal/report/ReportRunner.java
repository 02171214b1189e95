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
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
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
  @Inject private Executions executions;
  @Inject private Shutdown shutdown;

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
    if (lease.isBeyondLast()) {
      ledger.fail(lease, kinds(lease), "The portal was interrupted each time it made this report.");
      return;
    }
    Execution execution =
        executions.begin(
            lease.origin() == RunOrigin.NIGHTLY
                ? ExecutionKind.NIGHTLY_REPORT
                : ExecutionKind.REPORT_ON_DEMAND,
            lease.night().toString());
    try {
      Optional<String> failure = makeAll(lease);
      if (failure.isPresent()) {
        execution.failed(failure.get());
        ledger.fail(lease, kinds(lease), failure.get());
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
      execution.failed(reasonOf(failure));
      ledger.fail(lease, kinds(lease), reasonOf(failure));
    }
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
  private Optional<String> makeAll(Lease lease) {
    ReportSetting setting = ReportSetting.of(lease);
    Heartbeat heartbeat = new Heartbeat(lease);
    Optional<String> first = Optional.empty();
    for (Report report : reports.within(lease.wishes())) {
      heartbeat.run();
      try {
        make(lease, report, setting, heartbeat);
      } catch (NodeStops | LeaseLost end) {
        throw end;
      } catch (IOException | RuntimeException failure) {
        tell(lease, report.kind(), failure);
        first = first.or(() -> Optional.of(reasonOf(failure)));
      }
    }
    return first;
  }

  private void make(Lease lease, Report report, ReportSetting setting, Runnable progress)
      throws IOException {
    Optional<UUID> runId = ledger.begin(lease, report.kind());
    if (runId.isEmpty()) {
      return;
    }
    try (ReportWriter.Writing written = writer.write(runId.get(), report, setting, progress)) {
      ledger.complete(lease, report.kind(), written.files(), written.rows());
    }
  }

  /** What people are told: never an exception's own text, in which data of any kind may stand. */
  private static String reasonOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DateTimeException) {
        return "The customer's time zone is not known.";
      }
      if (cause instanceof IOException) {
        return "The report file could not be written to the store.";
      }
      if (cause instanceof SQLException || cause instanceof PersistenceException) {
        return "The database refused or lost the connection while the report was made.";
      }
    }
    return "The report could not be made; the server's log tells why.";
  }

  /** Renews the lease when a third of it has passed, unless the node is going down. */
  private final class Heartbeat implements Runnable {

    private final Lease lease;
    private Instant next;

    Heartbeat(Lease lease) {
      this.lease = lease;
      next = Instant.now().plus(nights.leaseTime().dividedBy(3));
    }

    @Override
    public void run() {
      if (shutdown.hasBegun()) {
        throw new NodeStops();
      }
      if (Instant.now().isAfter(next)) {
        nights.renew(lease);
        next = Instant.now().plus(nights.leaseTime().dividedBy(3));
      }
    }
  }
}
