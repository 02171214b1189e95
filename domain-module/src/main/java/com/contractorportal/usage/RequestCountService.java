package com.contractorportal.usage;

import com.contractorportal.persistence.Now;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the requests of each customer on this node, and adds them to the month's every few
 * seconds: of a node that is killed, the last seconds are missing. There are never more counts than
 * customers.
 */
@ApplicationScoped
public class RequestCountService implements RecurringTask {

  private static final int MOST_A_TRANSACTION = 500;

  @Inject private UsageRepository usage;

  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  /**
   * @param customer who was verified to ask
   */
  public void count(CustomerId customer) {
    add(customer.value(), 1);
  }

  private void add(String customer, long requests) {
    counts.merge(customer, requests, Long::sum);
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(5);
  }

  /** Adds what was counted to the month that is now. What cannot be added is counted on. */
  @Override
  public synchronized void run() {
    while (!counts.isEmpty()) {
      SortedMap<String, Long> some = take();
      try {
        usage.addRequests(UsageService.monthOf(Now.instant()), some);
      } catch (RuntimeException failure) {
        some.forEach(this::add);
        throw failure;
      }
    }
  }

  @Override
  public void last() {
    run();
  }

  private SortedMap<String, Long> take() {
    SortedMap<String, Long> some = new TreeMap<>();
    counts.keySet().stream()
        .limit(MOST_A_TRANSACTION)
        .forEach(customer -> some.put(customer, counts.remove(customer)));
    return some;
  }
}
