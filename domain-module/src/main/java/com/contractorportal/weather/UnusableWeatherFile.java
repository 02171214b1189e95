package com.contractorportal.weather;

import com.contractorportal.rule.RuleViolation;

/** The file as a whole cannot be imported. */
public final class UnusableWeatherFile extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnusableWeatherFile(String message) {
    super("unusable-file", message);
  }
}
