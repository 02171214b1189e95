package com.contractorportal.feed;

import com.contractorportal.rule.English;
import com.contractorportal.rule.RuleViolation;

/** A person or a customer follows what happens on more screens than the portal serves. */
public final class TooManyStreams extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private TooManyStreams(@English String sentence) {
    super("too-many-streams", sentence);
  }

  /** Somebody has too many. */
  public static TooManyStreams yours() {
    return new TooManyStreams(
        "There are too many open event streams of yours. Close some screens.");
  }

  static TooManyStreams ofYourCompany() {
    return new TooManyStreams(
        "There are too many open event streams of your company. Close some screens.");
  }
}
