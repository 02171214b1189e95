package com.contractorportal.account.oidc;

import com.contractorportal.rule.RuleViolation;

/** The provider did not say who the person is, or not so that it can be believed. */
public final class ProviderRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ProviderRefused() {
    super(
        "sign-in-provider-refused",
        "The sign-in service did not confirm who you are. Try again, or sign in with your password.");
  }
}
