package com.contractorportal.ratelimit;

import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Limits;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps customers to the requests that their plans allow a minute, over all nodes: a token bucket
 * for each in the database, from which nodes lease a few tokens at a time.
 */
@ApplicationScoped
public class RateLimitService implements RecurringTask {

  static final String CUSTOMER = "customer";
  static final String KEY = "key";

  private static final Logger LOG = Logger.getLogger(RateLimitService.class.getName());

  /** Until a customer without limit is looked up again, whose plan may have changed. */
  private static final Duration NO_LIMIT = Duration.ofSeconds(10);

  /** Until the database is asked again that did not answer. */
  private static final Duration NO_ANSWER = Duration.ofSeconds(1);

  private static final Duration IDLE = Duration.ofMinutes(5);

  @Inject private Limits limits;
  @Inject private SharedBuckets buckets;

  private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();

  /**
   * Takes one request of a customer.
   *
   * @param customer of a verified token
   * @return what is left; empty if the customer's plan sets no limit
   * @throws RateLimitReached if none may come now
   */
  public Optional<Quota> take(CustomerId customer) {
    return take(CUSTOMER, customer.value(), customer, 1);
  }

  /**
   * Takes one request of a customer's program, which has half of what the plan allows: people can
   * go on while it runs wild.
   *
   * @param customer of a verified token
   * @param key the API key's id, of the same token
   * @return what is left to the program or to the customer, whichever is less
   * @throws RateLimitReached if none may come now
   */
  public Optional<Quota> takeByKey(CustomerId customer, String key) {
    Optional<Quota> ofKey = take(KEY, key, customer, 2);
    Optional<Quota> ofCustomer = take(customer);
    return Stream.concat(ofKey.stream(), ofCustomer.stream())
        .min(Comparator.comparingLong(Quota::remaining));
  }

  private Optional<Quota> take(String policy, String id, CustomerId customer, int share) {
    String name = policy + ":" + id;
    return allowances
        .computeIfAbsent(name, unknown -> new Allowance(policy, System::nanoTime))
        .take(() -> leaseOrNoLimit(name, () -> lease(name, customer, share)));
  }

  private Lease lease(String name, CustomerId customer, int share) {
    return limits
        .allowed(customer, Limit.REQUESTS_PER_MINUTE)
        .most()
        .map(limit -> buckets.lease(name, Math.max(1, limit / share)))
        .orElseGet(() -> Lease.unlimited(NO_LIMIT));
  }

  /** Nobody is turned away because counting fails; without a database requests fail anyhow. */
  private static Lease leaseOrNoLimit(String key, Supplier<Lease> next) {
    try {
      return next.get();
    } catch (RuntimeException failure) {
      LOG.log(
          Level.WARNING,
          "Requests of {0} are not limited for a second: {1}",
          new Object[] {key, failure.toString()});
      return Lease.unlimited(NO_ANSWER);
    }
  }

  @Override
  public Duration pause() {
    return IDLE;
  }

  /** Forgets who has not asked for long. */
  @Override
  public void run() {
    long now = System.nanoTime();
    allowances.values().removeIf(allowance -> now - allowance.lastAsked() > IDLE.toNanos());
  }
}
