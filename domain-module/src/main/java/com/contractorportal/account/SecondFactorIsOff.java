package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** There is nothing to confirm, renew or remove. */
public final class SecondFactorIsOff extends Conflict {

  private static final long serialVersionUID = 1L;

  SecondFactorIsOff() {
    super("second-factor-is-off", "You have no second factor. Set one up first.");
  }
}
