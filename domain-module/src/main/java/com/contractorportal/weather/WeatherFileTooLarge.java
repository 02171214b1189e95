package com.contractorportal.weather;

import com.contractorportal.rule.RuleViolation;

/** The file has more than one request imports. */
public final class WeatherFileTooLarge extends RuleViolation {

  private static final long serialVersionUID = 1L;

  WeatherFileTooLarge(int mostBytes, int mostRows) {
    super(
        "too-large",
        "A file has at most %d MB and %,d rows. Split it and import the parts one after the other.",
        mostBytes / (1024 * 1024),
        mostRows);
  }
}
