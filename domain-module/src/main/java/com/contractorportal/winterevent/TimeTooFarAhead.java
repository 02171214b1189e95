package com.contractorportal.winterevent;

import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.Sentence;

/**
 * What crews tell has happened; only a clock that is wrong makes it lie ahead, and not by a day.
 */
public final class TimeTooFarAhead extends InvalidField {

  private static final long serialVersionUID = 1L;

  TimeTooFarAhead(String field) {
    super(
        "time-too-far-ahead",
        field,
        Sentence.of("This time lies more than 24 hours ahead. Check the clock of your device."));
  }
}
