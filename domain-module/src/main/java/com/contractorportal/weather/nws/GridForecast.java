package com.contractorportal.weather.nws;

import com.contractorportal.weather.Forecast;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads the numbers for a square of the grid. Each quantity is a series of values, valid for an
 * interval of ISO 8601 each; amounts fall evenly over the hours of theirs.
 */
final class GridForecast {

  /** The service looks a week ahead; longer intervals would be a mistake. */
  private static final long MOST_HOURS = 24L * 14;

  /** Keeps 1e999999999 and its like from becoming gigantic numbers. */
  private static final int MOST_DIGITS = 40;

  private static final BigDecimal KMH_IN_MS = new BigDecimal("3.6");

  private final JsonObject properties;

  private GridForecast(JsonObject answer) {
    properties = answer.getJsonObject("properties");
  }

  /**
   * Where the numbers for a point are, by its office and square; nothing else of the answer becomes
   * part of an address.
   */
  static String path(JsonObject point) {
    JsonObject properties = point.getJsonObject("properties");
    String office = properties.getString("gridId");
    if (!office.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("no office");
    }
    return "gridpoints/%s/%d,%d"
        .formatted(
            office,
            properties.getJsonNumber("gridX").intValueExact(),
            properties.getJsonNumber("gridY").intValueExact());
  }

  static Forecast of(JsonObject answer) {
    GridForecast grid = new GridForecast(answer);
    Map<Instant, BigDecimal> water =
        grid.amounts("quantitativePrecipitation", UnaryOperator.identity());
    Map<Instant, BigDecimal> snow = grid.amounts("snowfallAmount", mm -> mm.divide(BigDecimal.TEN));
    Map<Instant, BigDecimal> ice = grid.amounts("iceAccumulation", UnaryOperator.identity());
    Map<Instant, BigDecimal> temperature = grid.values("temperature", UnaryOperator.identity());
    Map<Instant, BigDecimal> wind =
        grid.values("windSpeed", kmh -> kmh.divide(KMH_IN_MS, 1, RoundingMode.HALF_UP));
    Map<Instant, BigDecimal> probability =
        grid.values("probabilityOfPrecipitation", UnaryOperator.identity());
    SortedSet<Instant> hours = new TreeSet<>();
    Stream.of(water, snow, ice, temperature, wind, probability)
        .forEach(series -> hours.addAll(series.keySet()));
    return new Forecast(
        "National Weather Service",
        OffsetDateTime.parse(grid.properties.getString("updateTime")).toInstant(),
        hours.stream()
            .map(
                hour ->
                    new Forecast.Hour(
                        hour,
                        Optional.ofNullable(water.get(hour)),
                        Optional.ofNullable(snow.get(hour)),
                        Optional.ofNullable(ice.get(hour)),
                        Optional.ofNullable(temperature.get(hour)),
                        Optional.ofNullable(wind.get(hour)),
                        Optional.ofNullable(probability.get(hour))))
            .toList());
  }

  /** Amounts by hour, in hundredths. */
  private Map<Instant, BigDecimal> amounts(String name, UnaryOperator<BigDecimal> unit) {
    return byHour(
        name,
        (value, hours) ->
            unit.apply(value).divide(BigDecimal.valueOf(hours), 2, RoundingMode.HALF_UP));
  }

  /** What holds in every hour of an interval alike, in tenths. */
  private Map<Instant, BigDecimal> values(String name, UnaryOperator<BigDecimal> unit) {
    return byHour(name, (value, hours) -> unit.apply(value).setScale(1, RoundingMode.HALF_UP));
  }

  private interface OfAnHour {
    BigDecimal of(BigDecimal value, long hours);
  }

  private Map<Instant, BigDecimal> byHour(String name, OfAnHour part) {
    Map<Instant, BigDecimal> hours = new TreeMap<>();
    if (!properties.containsKey(name)) {
      return hours;
    }
    for (JsonObject entry :
        properties.getJsonObject(name).getJsonArray("values").getValuesAs(JsonObject.class)) {
      if (entry.get("value").getValueType() != JsonValue.ValueType.NUMBER) {
        continue; // Nothing is said.
      }
      BigDecimal value = ((JsonNumber) entry.get("value")).bigDecimalValue();
      String[] interval = entry.getString("validTime").split("/", 2);
      Instant begin = OffsetDateTime.parse(interval[0]).toInstant().truncatedTo(ChronoUnit.HOURS);
      long length = Math.max(1, Duration.parse(interval[1]).toHours());
      if (length > MOST_HOURS
          || value.precision() > MOST_DIGITS
          || Math.abs(value.scale()) > MOST_DIGITS) {
        throw new IllegalArgumentException("no forecast of a week");
      }
      for (long i = 0; i < length; i++) {
        hours.put(begin.plus(i, ChronoUnit.HOURS), part.of(value, length));
      }
    }
    return hours;
  }
}
