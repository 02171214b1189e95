package com.contractorportal.account;

import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.Sentence;

/** The session was opened without the second factor that is required here. */
public final class SecondFactorMissing extends Forbidden {

  private static final long serialVersionUID = 1L;

  SecondFactorMissing() {
    super(
        "second-factor-required",
        Sentence.of("A second factor is required here. Set it up, or sign in with it, to go on."));
  }
}
