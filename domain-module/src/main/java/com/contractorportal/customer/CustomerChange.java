package com.contractorportal.customer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What operators do to where a customer stands, and from where it is possible. */
enum CustomerChange {
  ACTIVATE(CustomerStatus.ACTIVE, CustomerStatus.TRIAL, CustomerStatus.SUSPENDED),
  SUSPEND(CustomerStatus.SUSPENDED, CustomerStatus.TRIAL, CustomerStatus.ACTIVE),
  CLOSE(
      CustomerStatus.CLOSED, CustomerStatus.TRIAL, CustomerStatus.ACTIVE, CustomerStatus.SUSPENDED),
  REOPEN(CustomerStatus.ACTIVE, CustomerStatus.CLOSED);

  private final CustomerStatus to;
  private final Set<CustomerStatus> from;

  CustomerChange(CustomerStatus to, CustomerStatus... from) {
    this.to = to;
    this.from = EnumSet.of(from[0], from);
  }

  /**
   * Where the customer stands then.
   *
   * @throws CustomerStandsOtherwise if that is not possible at present
   */
  CustomerStatus from(CustomerStatus present) {
    if (!from.contains(present)) {
      throw new CustomerStandsOtherwise(this, present, from);
    }
    return to;
  }

  /** The verb, as the audit trail and the API call it. */
  String verb() {
    return name().toLowerCase(Locale.ROOT);
  }
}
