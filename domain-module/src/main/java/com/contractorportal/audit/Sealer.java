package com.contractorportal.audit;

import com.contractorportal.persistence.Ids;
import com.contractorportal.recurring.RecurringTask;
import com.contractorportal.shutdown.Shutdown;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Seals what was committed, every few seconds, on whichever node takes the turn. */
@ApplicationScoped
class Sealer implements RecurringTask {

  private static final Logger LOG = Logger.getLogger(Sealer.class.getName());
  private static final int A_TRANSACTION = 500;
  private static final int CUSTOMERS_A_PAGE = 500;

  @Inject private UnsealedEntries waiting;
  @Inject private SealLedger ledger;
  @Inject private SealedHeads heads;
  @Inject private Shutdown shutdown;

  @Override
  public Duration pause() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void run() {
    if (waiting.takeTurn(UnsealedEntries.Work.SEAL)) {
      List<CustomerId> page = waiting.customersAfter("", CUSTOMERS_A_PAGE);
      while (!page.isEmpty() && !shutdown.hasBegun()) {
        page.forEach(this::seal);
        page = waiting.customersAfter(page.get(page.size() - 1).value(), CUSTOMERS_A_PAGE);
      }
    }
  }

  /** Seals all that waits of one customer; a failure keeps nobody else's from being done. */
  void seal(CustomerId customer) {
    try {
      CurrentCustomer.callAs(
          customer,
          Actor.portal("audit seal", Ids.next().toString()),
          () -> {
            Optional<AuditSeal> last = ledger.sealSome(A_TRANSACTION);
            while (last.isPresent()) {
              heads.append(last.get());
              last = shutdown.hasBegun() ? Optional.empty() : ledger.sealSome(A_TRANSACTION);
            }
            return null;
          });
    } catch (IOException failure) {
      LOG.log(
          Level.SEVERE,
          failure,
          () ->
              "The head of the audit trail of " + customer + " could not be written to the store");
    } catch (Exception failure) {
      LOG.log(
          Level.WARNING,
          failure,
          () -> "The audit trail of " + customer + " could not be sealed; it will be tried again");
    }
  }
}
