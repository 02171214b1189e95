package com.contractorportal.weather;

import com.contractorportal.geo.Position;

/** Somebody who foretells the weather. */
public interface ForecastProvider {

  /**
   * What is expected at a position, which is all that the provider learns.
   *
   * @throws ForecastNotConfigured if nobody has said whom to ask
   * @throws NoForecast if the provider does not serve the place
   * @throws ForecastUnavailable if the provider gives no usable answer in time
   */
  Forecast at(Position position);
}
