package com.contractorportal.weather;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The weather at a place in an hour or on a day.
 *
 * @param observedAt when the hour or day began; days are those of the customer's time zone
 * @param precipitationMm water, melted if it was snow, in millimetres
 * @param snowfallCm fresh snow in centimetres
 * @param temperatureMaxC the highest temperature in °C
 * @param temperatureMinC the lowest temperature in °C
 * @param windMs in metres a second
 * @param conditions a word or two, snow for instance
 * @param source the file it comes from
 */
public record WeatherView(
    UUID id,
    String place,
    Optional<BigDecimal> latitude,
    Optional<BigDecimal> longitude,
    Instant observedAt,
    Period period,
    Optional<BigDecimal> precipitationMm,
    Optional<BigDecimal> snowfallCm,
    Optional<BigDecimal> temperatureMaxC,
    Optional<BigDecimal> temperatureMinC,
    Optional<BigDecimal> windMs,
    Optional<String> conditions,
    String source) {}
