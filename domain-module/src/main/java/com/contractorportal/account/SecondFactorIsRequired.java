package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** Nobody puts aside what is required of them. */
public final class SecondFactorIsRequired extends Conflict {

  private static final long serialVersionUID = 1L;

  SecondFactorIsRequired() {
    super(
        "second-factor-is-required",
        "A second factor is required of you, so it cannot be removed.");
  }
}
