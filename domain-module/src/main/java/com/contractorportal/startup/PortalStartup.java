package com.contractorportal.startup;

import com.contractorportal.account.FactorSeal;
import com.contractorportal.account.FirstOperator;
import com.contractorportal.account.SigningKeys;
import com.contractorportal.recurring.RecurringTasks;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes a node fit to work: schema, signing keys, first operator, recurring tasks. What cannot be
 * done yet, because the database does not answer or has an older schema, is tried again until it
 * can; meanwhile the node is up, but turns requests away.
 */
@ApplicationScoped
public class PortalStartup {

  private static final Logger LOG = Logger.getLogger(PortalStartup.class.getName());
  private static final int PAUSE_SECONDS = 5;

  @Inject private Schema schema;
  @Inject private StartLock lock;
  @Inject private SigningKeys keys;
  @Inject private FactorSeal factorSeal;
  @Inject private FirstOperator firstOperator;
  @Inject private RecurringTasks recurringTasks;
  @Inject private ManagedScheduledExecutorService scheduler;

  @Inject
  @ConfigProperty(name = "portal.setup.file")
  private Optional<String> setupFile;

  private Future<?> attempts;
  private String obstacle = "";
  private volatile boolean done;

  /** Whether this node is fit to work. */
  public boolean isDone() {
    return done;
  }

  /**
   * Begins to try. The deployment does not wait for it, however long a migration takes.
   *
   * <p>To be called by the web application: beans that the server makes on other threads than its,
   * and those that inherit from them, get no persistence context in an enterprise archive.
   */
  public synchronized void begin() {
    attempts = scheduler.scheduleWithFixedDelay(this::attempt, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  /** Lets nothing new begin; what is running ends by itself. */
  public synchronized void end() {
    attempts.cancel(false);
    recurringTasks.end();
  }

  /** Lets nothing out: the scheduler would not come back. */
  private void attempt() {
    try {
      prepare();
      becomeFit();
    } catch (RuntimeException | LinkageError failure) {
      explain(failure);
    }
  }

  private void prepare() {
    schema.migrateIfOwner();
    schema.requireUpToDate();
    lock.during(
        () -> {
          keys.prepare();
          factorSeal.prepare();
          setupFile.map(Path::of).ifPresent(firstOperator::createFrom);
        });
  }

  private synchronized void becomeFit() {
    if (!attempts.isCancelled()) {
      recurringTasks.begin();
      attempts.cancel(false);
      done = true;
      LOG.info("This node is fit to work.");
    }
  }

  /** Once for each obstacle, however often it is met. */
  private void explain(Throwable failure) {
    LOG.log(Level.FINE, "This attempt to start failed", failure);
    String met = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    if (!met.equals(obstacle)) {
      obstacle = met;
      LOG.log(
          Level.SEVERE,
          "This node is not fit to work yet, and tries again every {0} seconds: {1}",
          new Object[] {PAUSE_SECONDS, met.isEmpty() ? failure : met});
    }
  }
}
