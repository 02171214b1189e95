package com.contractorportal.batch.report;

import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.report.NightService;
import com.contractorportal.report.NightStatus;
import com.contractorportal.report.NightView;
import com.contractorportal.report.ReportRunner;
import com.contractorportal.report.Round;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts this node's workers on nights. Never inside a transaction: a job sees only what is
 * committed, and would be started even if the transaction failed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class NightLauncher {

  static final String JOB = "nightly-report";

  private static final Logger LOG = Logger.getLogger(NightLauncher.class.getName());

  /**
   * A job's own thread waits for its workers': with more jobs at once these would find no thread.
   */
  private static final int JOBS_AT_ONCE = 4;

  private static final Set<BatchStatus> ALIVE =
      EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

  @Inject private NightService nights;
  @Inject private ReportRunner runner;
  @Inject private Shutdown shutdown;

  @Inject
  @ConfigProperty(name = "portal.report.workers", defaultValue = "2")
  private int workers;

  /** Workers of this node that one job has put on a night. */
  private static final class Crew {

    private final UUID night;
    private long job;
    private int present;

    Crew(UUID night, int present) {
      this.night = night;
      this.present = present;
    }
  }

  /** Those that this node has started, by a name for each. */
  private final Map<String, Crew> crews = new HashMap<>();

  /**
   * Starts reports on behalf of the acting operator, and this node's workers on them.
   *
   * @param key makes a repeated request harmless
   * @see NightService#startManual
   */
  public NightView start(Round round, Optional<RequestKey> key) {
    NightView night = nights.startManual(round, key);
    if (night.status() == NightStatus.RUNNING) {
      takePart(night.id());
    }
    return night;
  }

  /**
   * Stops a round on behalf of the acting operator, and tells the customers on whom work had begun.
   *
   * @see NightService#cancel
   */
  public NightView cancel(UUID nightId) {
    for (CustomerId customer : nights.cancel(nightId)) {
      CurrentCustomer.callFor(
          customer,
          () -> {
            runner.abandon(nightId);
            return null;
          });
    }
    return nights.get(nightId);
  }

  /**
   * Puts those of this node's workers on a night who are not at it already, unless they are busy
   * with several others: then the schedule tries again. So a worker who is long with one customer
   * keeps nobody from those who come into the night later, or are to be tried again.
   */
  synchronized void takePart(UUID nightId) {
    if (workers == 0 || shutdown.hasBegun()) {
      return; // A node for people only, or one that is going down.
    }
    JobOperator operator = BatchRuntime.getJobOperator();
    crews.values().removeIf(crew -> !isAlive(operator, crew.job));
    int free =
        workers
            - crews.values().stream()
                .filter(crew -> crew.night.equals(nightId))
                .mapToInt(crew -> crew.present)
                .sum();
    if (free <= 0 || crews.size() >= JOBS_AT_ONCE) {
      return;
    }
    String name = UUID.randomUUID().toString();
    Crew crew = new Crew(nightId, free);
    Properties parameters = new Properties();
    parameters.setProperty("night", nightId.toString());
    parameters.setProperty("crew", name);
    parameters.setProperty("workers", String.valueOf(free));
    try {
      crew.job = operator.start(JOB, parameters);
      crews.put(name, crew);
      LOG.log(
          Level.INFO,
          "Night {0}: {1} workers of this node, job execution {2}",
          new Object[] {nightId.toString(), free, String.valueOf(crew.job)});
    } catch (BatchRuntimeException refused) {
      LOG.log(
          Level.WARNING,
          refused,
          () -> "Night " + nightId + ": no job could be started, will retry");
    }
  }

  /** One of a crew's workers has nothing left to do. */
  synchronized void left(String crew) {
    if (crews.containsKey(crew)) {
      crews.get(crew).present--;
    }
  }

  /** Lets this node's workers end after the customers that they are reporting. */
  synchronized void stop() {
    if (crews.isEmpty()) {
      return; // The batch runtime may never have seen its database.
    }
    JobOperator operator = BatchRuntime.getJobOperator();
    for (Crew crew : crews.values()) {
      try {
        operator.stop(crew.job);
      } catch (BatchRuntimeException ended) {
        LOG.log(Level.FINE, "Job execution had ended", ended);
      }
    }
    crews.clear();
  }

  private static boolean isAlive(JobOperator operator, long execution) {
    try {
      return ALIVE.contains(operator.getJobExecution(execution).getBatchStatus());
    } catch (BatchRuntimeException forgotten) {
      return false;
    }
  }
}
