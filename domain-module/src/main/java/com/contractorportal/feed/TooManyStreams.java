package com.contractorportal.feed;

import com.contractorportal.rule.RuleViolation;

/** A person or a customer follows the feed on more screens than the portal serves. */
public final class TooManyStreams extends RuleViolation {

  private static final long serialVersionUID = 1L;

  TooManyStreams(String whose) {
    super(
        "too-many-streams",
        "There are too many open event streams of " + whose + ". Close some screens.");
  }
}
