package com.contractorportal.report;

import com.contractorportal.rule.Conflict;

/** A worker was too slow: its lease ended, and another worker reports the customer. */
public final class LeaseLost extends Conflict {

  private static final long serialVersionUID = 1L;

  LeaseLost() {
    super("lease-lost", "Another worker reports this customer now.");
  }
}
