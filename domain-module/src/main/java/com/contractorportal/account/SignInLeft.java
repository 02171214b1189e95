package com.contractorportal.account;

import com.contractorportal.rule.RuleViolation;

/** A sign-in by a provider came back late, twice, or to another browser. */
public final class SignInLeft extends RuleViolation {

  private static final long serialVersionUID = 1L;

  SignInLeft() {
    super("sign-in-left", "This took too long, or began in another window. Sign in again.");
  }
}
