package com.contractorportal.support;

import com.contractorportal.rule.Conflict;

/** Nobody works in a suspended or closed customer, support neither. */
public final class CustomerIsNotOpen extends Conflict {

  private static final long serialVersionUID = 1L;

  CustomerIsNotOpen() {
    super(
        "customer-is-not-open",
        "This company is suspended or closed; nobody can enter it. Activate it first.");
  }
}
