package com.contractorportal.winterevent;

import com.contractorportal.rule.RuleViolation;

/**
 * What crews tell has happened; only a clock that is wrong makes it lie ahead, and not by a day.
 */
public final class TimeTooFarAhead extends RuleViolation {

  private static final long serialVersionUID = 1L;

  TimeTooFarAhead() {
    super(
        "time-too-far-ahead",
        "A time lies more than 24 hours ahead. Check the clock of your device.");
  }
}
