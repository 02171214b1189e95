package com.contractorportal.leaving;

import com.contractorportal.rule.Conflict;

/** Only customers who have left are erased. */
public final class CustomerIsNotClosed extends Conflict {

  private static final long serialVersionUID = 1L;

  CustomerIsNotClosed() {
    super("customer-is-not-closed", "Only a closed customer can be erased. Close it first.");
  }
}
