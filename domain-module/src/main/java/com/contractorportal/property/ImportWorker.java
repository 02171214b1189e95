package com.contractorportal.property;

import com.contractorportal.execution.Execution;
import com.contractorportal.execution.ExecutionKind;
import com.contractorportal.execution.Executions;
import com.contractorportal.persistence.Ids;
import com.contractorportal.rule.Sentence;
import com.contractorportal.shutdown.NodeStops;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Works through waiting imports, a few at a time on each node. */
@ApplicationScoped
class ImportWorker {

  private static final Logger LOG = Logger.getLogger(ImportWorker.class.getName());
  private static final String NAME = "property import";
  private static final int ROWS_A_TRANSACTION = 900;
  private static final int MOST_AT_A_TIME = 2;
  private static final int MOST_ATTEMPTS = 5;

  private final Semaphore free = new Semaphore(MOST_AT_A_TIME);

  @Inject private ManagedExecutorService executor;
  @Inject private ImportQueue queue;
  @Inject private ImportLedger ledger;
  @Inject private Executions executions;
  @Inject private Shutdown shutdown;

  @Inject
  @ConfigProperty(name = "portal.store.dir")
  private String store;

  /** Makes sure that somebody here looks for waiting imports soon. */
  void wake() {
    if (!shutdown.hasBegun() && free.tryAcquire()) {
      try {
        executor.execute(this::workUntilNothingWaits);
      } catch (RejectedExecutionException busy) {
        free.release(); // The timer tries again.
      }
    }
  }

  private void workUntilNothingWaits() {
    String owner = Ids.next().toString();
    try {
      for (Optional<ImportQueue.Lease> next = queue.lease(owner);
          next.isPresent();
          next = shutdown.hasBegun() ? Optional.empty() : queue.lease(owner)) {
        work(next.get(), owner);
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "Looking for imports failed; the timer tries again", failure);
    } finally {
      free.release();
    }
  }

  private void work(ImportQueue.Lease lease, String owner) {
    CustomerId customer = lease.customer();
    String id = lease.importId().toString();
    try {
      ImportLedger.Start start =
          CurrentCustomer.callAs(
              customer, Actor.portal(NAME, id), () -> ledger.begin(lease.importId()));
      Actor uploader = new Actor(Optional.of(start.createdBy()), NAME, Optional.empty(), id);
      CurrentCustomer.callAs(
          customer,
          uploader,
          () -> {
            run(lease, owner, start);
            return null;
          });
    } catch (NodeStops stops) {
      queue.giveBack(lease.importId(), owner);
      LOG.log(Level.INFO, "Import {0} is left to another worker", lease.importId());
    } catch (ImportQueue.LeaseLost taken) {
      LOG.log(Level.INFO, "Import {0} was taken over by another worker", lease.importId());
    } catch (Exception failure) {
      LOG.log(
          Level.WARNING,
          failure,
          () -> "Import " + lease.importId() + " stopped; it goes on when its lease runs out");
    }
  }

  private void run(ImportQueue.Lease lease, String owner, ImportLedger.Start start)
      throws IOException {
    UUID id = lease.importId();
    Path file = PropertyImport.file(store, lease.customer(), id);
    if (start.finished() || lease.attempt() > MOST_ATTEMPTS) {
      // One that is finished only leaves the queue; it stays as it ended.
      ledger.giveUp(
          id,
          owner,
          Sentence.of(
              "The portal could not finish this import. The rows that were accepted stay; import the rest again."));
    } else {
      Execution execution = executions.begin(ExecutionKind.PROPERTY_IMPORT, id.toString());
      long taken = 0;
      try (PropertyCsv csv = PropertyCsv.open(file)) {
        for (List<PropertyCsv.Row> rows = csv.next(ROWS_A_TRANSACTION);
            !rows.isEmpty();
            rows = csv.next(ROWS_A_TRANSACTION)) {
          List<PropertyCsv.Row> left =
              rows.stream().filter(row -> row.line() > start.linesDone()).toList();
          if (!left.isEmpty()) {
            ledger.take(id, owner, left, csv);
            taken += left.size();
          }
          if (shutdown.hasBegun()) {
            throw new NodeStops();
          }
        }
        ledger.complete(id, owner);
        execution.completed(taken, Files.size(file));
      } catch (UnusableFile unusable) {
        ledger.giveUp(id, owner, unusable.sentence());
        execution.failed("The file cannot be used as a CSV file.");
      } catch (NodeStops | ImportQueue.LeaseLost stopped) {
        execution.interrupted();
        throw stopped;
      } catch (IOException | RuntimeException failure) {
        execution.failed("The server's log tells why; the import goes on later.");
        throw failure;
      }
    }
    Files.deleteIfExists(file);
  }
}
