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
import java.time.ZoneId;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the report of the bound customer under a lease, and records what came of it. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ReportRunner {

  private static final Logger LOG = Logger.getLogger(ReportRunner.class.getName());
  private static final ReportKind KIND = ReportKind.SEASON_SUMMARY;

  @Inject private RunLedger ledger;
  @Inject private NightService nights;
  @Inject private SeasonSummary summary;
  @Inject private ReportStore store;
  @Inject private Executions executions;
  @Inject private Shutdown shutdown;

  /**
   * Makes the leased customer's report. A failure is recorded with the customer and thrown at
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
      ledger.fail(lease, KIND, "The portal was interrupted each time it made this report.");
      return;
    }
    Execution execution =
        executions.begin(
            lease.origin() == RunOrigin.NIGHTLY
                ? ExecutionKind.NIGHTLY_REPORT
                : ExecutionKind.REPORT_ON_DEMAND,
            lease.night().toString());
    try {
      Written written = write(lease);
      execution.completed(written.rows(), written.bytes());
    } catch (NodeStops stops) {
      execution.interrupted();
      nights.giveBack(lease);
    } catch (LeaseLost lost) {
      execution.interrupted();
      LOG.log(
          Level.WARNING,
          "Night {0}, customer {1}: another worker has taken over",
          new Object[] {lease.night(), lease.customer()});
    } catch (IOException | RuntimeException failure) {
      Trace.failed();
      LOG.log(
          Level.SEVERE,
          failure,
          () ->
              "Night %s, customer %s: attempt %d failed"
                  .formatted(lease.night(), lease.customer(), lease.attempt()));
      execution.failed(reasonOf(failure));
      ledger.fail(lease, KIND, reasonOf(failure));
    }
  }

  private record Written(long rows, long bytes) {}

  private Written write(Lease lease) throws IOException {
    ZoneId zone = ZoneId.of(lease.timeZone());
    UUID runId = ledger.begin(lease, KIND);
    try (ReportDraft draft = store.draft(runId, SeasonSummary.fileName(lease.asOf(), zone))) {
      Heartbeat heartbeat = new Heartbeat(lease);
      long rows = summary.write(lease.asOf(), zone, draft.out(), heartbeat);
      ReportFileView file = draft.seal(SeasonSummary.MEDIA_TYPE);
      ledger.complete(lease, KIND, draft, file, rows);
      return new Written(rows, file.byteCount());
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
