package com.contractorportal.audit;

import com.contractorportal.audit.AuditVerification.Break;
import com.contractorportal.persistence.Ids;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Verifies every customer's trail once a day; what is broken is in the log, and operators see it.
 */
@ApplicationScoped
class NightlyCheck implements RecurringTask {

  private static final Logger LOG = Logger.getLogger(NightlyCheck.class.getName());
  private static final int CUSTOMERS_A_PAGE = 500;

  @Inject private UnsealedEntries house;
  @Inject private AuditSealService seals;
  @Inject private BrokenTrails broken;
  @Inject private Shutdown shutdown;

  @Override
  public Duration pause() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    if (house.takeTurn(UnsealedEntries.Work.CHECK)) {
      LOG.info(checkAll());
    }
  }

  /**
   * Verifies all.
   *
   * @return the log's line
   */
  String checkAll() {
    int customers = 0;
    int failures = 0;
    List<CustomerId> page = house.allCustomersAfter("", CUSTOMERS_A_PAGE);
    while (!page.isEmpty() && !shutdown.hasBegun()) {
      for (CustomerId customer : page) {
        customers++;
        failures += isIntact(customer) ? 0 : 1;
      }
      page = house.allCustomersAfter(page.get(page.size() - 1).value(), CUSTOMERS_A_PAGE);
    }
    return "The audit trails of %d customers were verified; %d are not intact"
        .formatted(customers, failures);
  }

  private boolean isIntact(CustomerId customer) {
    Actor portal = Actor.portal("audit check", Ids.next().toString());
    try {
      Optional<Break> found =
          CurrentCustomer.callAs(
              customer,
              portal,
              () -> {
                Optional<Break> first = seals.verify().firstBroken();
                first.ifPresent(it -> broken.report(customer, it));
                return first;
              });
      return found.isEmpty();
    } catch (Exception failure) {
      LOG.log(Level.WARNING, failure, () -> "The audit trail of " + customer + " was not verified");
      return false;
    }
  }

  /** Tells operators. */
  @ApplicationScoped
  static class BrokenTrails {

    @Inject private PlatformAudit platform;

    @Transactional
    void report(CustomerId customer, Break first) {
      LOG.log(
          Level.SEVERE,
          "The audit trail of {0} is broken at link {1}, entry {2}: {3}",
          new Object[] {
            customer,
            first.sequence().map(String::valueOf).orElse("none"),
            first.entryId().map(String::valueOf).orElse("none"),
            first.detail()
          });
      platform.record(
          "find-broken",
          "audit trail",
          customer.value(),
          Optional.of(customer),
          Optional.empty(),
          Optional.of(first));
    }
  }
}
