package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** The session was switched to another customer, perhaps in another tab. */
public final class SessionOfOtherCustomer extends Conflict {

  private static final long serialVersionUID = 1L;

  SessionOfOtherCustomer() {
    super(
        "session-of-other-customer",
        "You have switched to another company since. Switch back to go on here.");
  }
}
