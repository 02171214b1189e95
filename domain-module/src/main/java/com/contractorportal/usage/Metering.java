package com.contractorportal.usage;

import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Meters every customer about once an hour, a few at a time. Two nodes may meter the same one: what
 * was metered last stands.
 */
@ApplicationScoped
class Metering implements RecurringTask {

  private static final Logger LOG = Logger.getLogger(Metering.class.getName());
  private static final Duration EVERY = Duration.ofHours(1);
  private static final int MOST_AT_A_TIME = 200;

  @Inject private UsageRepository repository;
  @Inject private UsageService usage;
  @Inject private Shutdown shutdown;

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    Instant now = Now.instant();
    for (CustomerId customer :
        repository.notMeteredSince(UsageService.monthOf(now), now.minus(EVERY), MOST_AT_A_TIME)) {
      if (!shutdown.hasBegun()) {
        meter(customer, now);
      }
    }
  }

  /** What fails for one customer keeps nobody else's from being metered. */
  private void meter(CustomerId customer, Instant now) {
    try {
      CurrentCustomer.callAs(
          customer,
          Actor.portal("usage", Ids.next().toString()),
          () -> {
            usage.meter(now);
            return null;
          });
    } catch (Exception failure) {
      LOG.log(Level.WARNING, failure, () -> "The usage of " + customer + " was not metered");
    }
  }
}
