package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** A company always has somebody who can administrate it. */
public final class LastAdmin extends Conflict {

  private static final long serialVersionUID = 1L;

  LastAdmin() {
    super(
        "last-admin",
        "This is the only administrator who can sign in. Make somebody else an administrator first.");
  }
}
