package com.contractorportal.weather;

import com.contractorportal.rule.RuleViolation;

/** The weather service gives no usable answer at present. */
public final class ForecastUnavailable extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public ForecastUnavailable() {
    super(
        "forecast-unavailable",
        "The weather service does not answer as it should at the moment. Try again later.");
  }
}
