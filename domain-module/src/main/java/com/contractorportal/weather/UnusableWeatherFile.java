package com.contractorportal.weather;

import com.contractorportal.rule.English;
import com.contractorportal.rule.RuleViolation;

/** The file as a whole cannot be imported. */
public final class UnusableWeatherFile extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnusableWeatherFile(@English String sentence, Object... fillings) {
    super("unusable-file", sentence, fillings);
  }
}
