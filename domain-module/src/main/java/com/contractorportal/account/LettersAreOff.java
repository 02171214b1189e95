package com.contractorportal.account;

import com.contractorportal.rule.Conflict;

/** What is asked for goes by e-mail, and this deployment sends none. */
public final class LettersAreOff extends Conflict {

  private static final long serialVersionUID = 1L;

  LettersAreOff() {
    super("letters-are-off", "This portal sends no e-mail. Ask your company's administrator.");
  }
}
