package com.contractorportal.account;

import com.contractorportal.rule.English;
import com.contractorportal.rule.RuleName;
import com.contractorportal.rule.RuleViolation;

/** A provider said who somebody is, and that opens no account. */
public final class IdentityRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private IdentityRefused(@RuleName String name, @English String sentence) {
    super(name, sentence);
  }

  /** Nobody is told whether there is an account with the address. */
  static IdentityRefused unknown() {
    return new IdentityRefused(
        "identity-unknown",
        "This sign-in opens no account here, or there were too many wrong passwords. Sign in with your password, or ask your company's administrator.");
  }

  static IdentityRefused addressNotVouchedFor() {
    return new IdentityRefused(
        "address-not-verified",
        "The sign-in service has not verified your e-mail address, or its word does not count for it here. Sign in with your password.");
  }
}
