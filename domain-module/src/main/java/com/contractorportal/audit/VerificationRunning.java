package com.contractorportal.audit;

import com.contractorportal.rule.Conflict;

/** To verify is to read a whole trail, which a node does for one caller at a time. */
public final class VerificationRunning extends Conflict {

  private static final long serialVersionUID = 1L;

  VerificationRunning() {
    super(
        "verification-running", "An audit trail is being verified already. Try again in a minute.");
  }
}
