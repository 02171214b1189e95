package com.contractorportal.weather;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the weather is expected to be.
 *
 * @param source who says so
 * @param issuedAt when they last said so
 * @param hours one after the other; where nothing is said of an hour, it is left out
 */
public record Forecast(String source, Instant issuedAt, List<Hour> hours) {

  /**
   * One hour.
   *
   * @param at when it begins
   * @param precipitationMm water, melted if it is snow, in millimetres
   * @param snowfallCm fresh snow in centimetres
   * @param iceMm ice that builds up, in millimetres
   * @param temperatureC in °C
   * @param windMs in metres a second
   * @param precipitationPercent how probable precipitation is
   */
  public record Hour(
      Instant at,
      Optional<BigDecimal> precipitationMm,
      Optional<BigDecimal> snowfallCm,
      Optional<BigDecimal> iceMm,
      Optional<BigDecimal> temperatureC,
      Optional<BigDecimal> windMs,
      Optional<BigDecimal> precipitationPercent) {}
}
