package com.contractorportal.account.oidc;

import com.contractorportal.rule.RuleViolation;

/** The provider gives no usable answer at present. */
public final class ProviderUnavailable extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ProviderUnavailable() {
    super(
        "sign-in-provider-unavailable",
        "The sign-in service does not answer as it should at the moment. Try again later, or sign in with your password.");
  }
}
