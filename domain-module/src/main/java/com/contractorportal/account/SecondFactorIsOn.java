package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** There is nothing to set up. */
public final class SecondFactorIsOn extends Conflict {

  private static final long serialVersionUID = 1L;

  SecondFactorIsOn() {
    super("second-factor-is-on", "You have a second factor. Remove it first to set up another.");
  }
}
