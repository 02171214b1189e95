package com.contractorportal.recurring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the recurring tasks, soon after the node has become fit to work. */
@Singleton
@Startup
@DependsOn("PortalStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class RecurringTasks {

  private static final Logger LOG = Logger.getLogger(RecurringTasks.class.getName());
  private static final long FIRST_AFTER_MILLIS = 5_000;

  @Inject @Any private Instance<RecurringTask> tasks;

  // Not EJB timers: Payara Micro keeps those in its data grid, which is off.
  @Resource private ManagedScheduledExecutorService scheduler;

  private final List<Future<?>> scheduled = new ArrayList<>();

  @PostConstruct
  void begin() {
    for (RecurringTask task : tasks) {
      scheduled.add(
          scheduler.scheduleWithFixedDelay(
              () -> runOnce(task),
              FIRST_AFTER_MILLIS,
              task.pause().toMillis(),
              TimeUnit.MILLISECONDS));
    }
  }

  /** Lets nothing out: the scheduler would not come back. */
  private static void runOnce(RecurringTask task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "A recurring task failed; it will be tried again", failure);
    }
  }

  @PreDestroy
  void end() {
    scheduled.forEach(task -> task.cancel(false));
  }
}
