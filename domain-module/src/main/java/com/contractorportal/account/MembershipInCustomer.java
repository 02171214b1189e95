package com.contractorportal.account;

import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.customer.Units;
import com.contractorportal.tenancy.Role;

/** A membership and what is shown of its customer; read in one query. */
record MembershipInCustomer(
    String customerId,
    String name,
    CustomerStatus status,
    String timeZone,
    String locale,
    String currency,
    Role role,
    Units units,
    boolean secondFactorRequired) {

  MembershipView view() {
    return new MembershipView(customerId, name, role);
  }

  ActingCustomer acting() {
    return new ActingCustomer(customerId, name, timeZone, locale, currency, units, role);
  }
}
