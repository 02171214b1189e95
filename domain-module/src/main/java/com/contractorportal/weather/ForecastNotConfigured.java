package com.contractorportal.weather;

import com.contractorportal.rule.Conflict;

/** Nobody has said whom to ask for forecasts. */
public final class ForecastNotConfigured extends Conflict {

  private static final long serialVersionUID = 1L;

  public ForecastNotConfigured() {
    super(
        "forecast-not-configured",
        "This portal is not set up to ask a weather service. Its operator can do that (PORTAL_FORECAST_URL).");
  }
}
