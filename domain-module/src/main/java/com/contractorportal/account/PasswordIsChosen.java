package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** An invitation never sets or changes the password of an account that there is already. */
public final class PasswordIsChosen extends Conflict {

  private static final long serialVersionUID = 1L;

  public PasswordIsChosen() {
    super(
        "password-is-chosen",
        "You have a password for the portal already. Accept without choosing one, and sign in with it.");
  }
}
