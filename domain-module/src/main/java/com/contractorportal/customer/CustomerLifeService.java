package com.contractorportal.customer;

import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What operators do to a customer. All of it stands in the platform's audit trail and in the
 * customer's own, and holds on the next request of the customer's people, on every node.
 *
 * <p>Each method throws {@link NotFound} if there is no such customer and {@link StaleVersion} if
 * it was changed since.
 */
@ApplicationScoped
public class CustomerLifeService {

  @Inject private CustomerService customers;

  /** Gives a customer other terms. */
  public CustomerView update(CustomerId id, int version, CustomerTermsDraft terms) {
    return CurrentCustomer.callFor(id, () -> customers.agree(version, terms));
  }

  /**
   * Ends the trial, or a suspension.
   *
   * @throws CustomerStandsOtherwise if the customer is active or closed
   */
  public CustomerView activate(CustomerId id, int version) {
    return become(id, version, CustomerChange.ACTIVATE, Optional.empty());
  }

  /**
   * Keeps everybody of a customer out for a while.
   *
   * @throws CustomerStandsOtherwise if the customer is suspended or closed
   */
  public CustomerView suspend(CustomerId id, int version, ReasonDraft why) {
    return become(id, version, CustomerChange.SUSPEND, Optional.of(why.reason()));
  }

  /**
   * Lets a customer leave. Its data stays until it is erased.
   *
   * @throws CustomerStandsOtherwise if it is closed
   */
  public CustomerView close(CustomerId id, int version, ReasonDraft why) {
    return become(id, version, CustomerChange.CLOSE, Optional.of(why.reason()));
  }

  /**
   * Takes a customer that has left back; it is active then.
   *
   * @throws CustomerStandsOtherwise if it is not closed
   */
  public CustomerView reopen(CustomerId id, int version) {
    return become(id, version, CustomerChange.REOPEN, Optional.empty());
  }

  private CustomerView become(
      CustomerId id, int version, CustomerChange change, Optional<String> reason) {
    return CurrentCustomer.callFor(id, () -> customers.become(version, change, reason));
  }
}
