package com.contractorportal.idempotency;

import com.contractorportal.rule.RuleViolation;

/** One key was given to two different requests. */
public final class IdempotencyKeyReused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public IdempotencyKeyReused() {
    super(
        "idempotency-key-reused",
        "This Idempotency-Key was used for another request already. Give every new request a key of its own.");
  }
}
