package com.contractorportal.feed;

import com.contractorportal.rule.RuleViolation;

/** A person or a customer follows what happens on more screens than the portal serves. */
public final class TooManyStreams extends RuleViolation {

  private static final long serialVersionUID = 1L;

  /**
   * @param whose the end of a sentence
   */
  public TooManyStreams(String whose) {
    super(
        "too-many-streams",
        "There are too many open event streams of " + whose + ". Close some screens.");
  }
}
