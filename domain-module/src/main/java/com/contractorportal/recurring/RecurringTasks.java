package com.contractorportal.recurring;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the recurring tasks, from when the node is fit to work until it ends. */
@ApplicationScoped
public class RecurringTasks {

  private static final Logger LOG = Logger.getLogger(RecurringTasks.class.getName());
  private static final long FIRST_AFTER_MILLIS = 5_000;

  @Inject @Any private Instance<RecurringTask> tasks;

  // Not EJB timers: Payara Micro keeps those in its data grid, which is off.
  @Inject private ManagedScheduledExecutorService scheduler;

  private final List<Future<?>> scheduled = new ArrayList<>();

  /** Either all or, with a setting that one of them cannot understand, none. */
  public void begin() {
    Map<RecurringTask, Duration> pauses = new LinkedHashMap<>();
    tasks.forEach(task -> pauses.put(task, task.pause()));
    pauses.forEach(
        (task, pause) ->
            scheduled.add(
                scheduler.scheduleWithFixedDelay(
                    () -> runOnce(task),
                    FIRST_AFTER_MILLIS,
                    pause.toMillis(),
                    TimeUnit.MILLISECONDS)));
  }

  /** Lets nothing out: the scheduler would not come back. */
  private static void runOnce(RecurringTask task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "A recurring task failed; it will be tried again", failure);
    }
  }

  private static void doLast(RecurringTask task) {
    try {
      task.last();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "A recurring task could not do what was left to do", failure);
    }
  }

  /** What is running ends by itself; nothing new begins. */
  public void end() {
    scheduled.forEach(task -> task.cancel(false));
    tasks.forEach(RecurringTasks::doLast);
  }
}
