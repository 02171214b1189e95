package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** The key that the second factor was sealed with is gone from this portal: operators must see. */
public final class SecondFactorUnreadable extends Conflict {

  private static final long serialVersionUID = 1L;

  SecondFactorUnreadable() {
    super(
        "second-factor-unreadable",
        "Codes of your authenticator cannot be checked at present. Use a recovery code, or tell"
            + " whoever runs this portal.");
  }
}
