package com.contractorportal.weather;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The weather at a place in an hour or on a day: one of each. */
@Entity
@Table(name = "weather_observation")
class WeatherObservation extends CustomerOwned {

  private String place;
  private BigDecimal latitude;
  private BigDecimal longitude;

  @Column(name = "observed_at")
  private Instant observedAt;

  @Enumerated(EnumType.STRING)
  private Period period;

  @Column(name = "precipitation_mm")
  private BigDecimal precipitationMm;

  @Column(name = "snowfall_cm")
  private BigDecimal snowfallCm;

  @Column(name = "temperature_max_c")
  private BigDecimal temperatureMaxC;

  @Column(name = "temperature_min_c")
  private BigDecimal temperatureMinC;

  @Column(name = "wind_ms")
  private BigDecimal windMs;

  private String conditions;
  private String source;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected WeatherObservation() {}

  WeatherObservation(Reading reading) {
    createdAt = Now.instant();
    place = reading.place();
    period = reading.period();
    observedAt = reading.observedAt();
    take(reading);
  }

  /** Makes it what the reading of its place and time says. */
  void take(Reading reading) {
    latitude = reading.latitude();
    longitude = reading.longitude();
    precipitationMm = reading.precipitationMm();
    snowfallCm = reading.snowfallCm();
    temperatureMaxC = reading.temperatureMaxC();
    temperatureMinC = reading.temperatureMinC();
    windMs = reading.windMs();
    conditions = reading.conditions();
    source = reading.source();
    updatedAt = Now.instant();
  }

  /** Whether the reading has nothing to add, whichever file it is in. */
  boolean says(Reading reading) {
    return same(latitude, reading.latitude())
        && same(longitude, reading.longitude())
        && same(precipitationMm, reading.precipitationMm())
        && same(snowfallCm, reading.snowfallCm())
        && same(temperatureMaxC, reading.temperatureMaxC())
        && same(temperatureMinC, reading.temperatureMinC())
        && same(windMs, reading.windMs())
        && Objects.equals(conditions, reading.conditions());
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }

  Instant observedAt() {
    return observedAt;
  }

  Period period() {
    return period;
  }

  /** How long before its begin, or after its end, the time is; nothing in between. */
  Duration away(Instant time) {
    Instant end = observedAt.plus(period.length());
    if (time.isBefore(observedAt)) {
      return Duration.between(time, observedAt);
    }
    return time.isBefore(end) ? Duration.ZERO : Duration.between(end, time);
  }

  WeatherView view() {
    return new WeatherView(
        id(),
        place,
        Optional.ofNullable(latitude),
        Optional.ofNullable(longitude),
        observedAt,
        period,
        Optional.ofNullable(precipitationMm),
        Optional.ofNullable(snowfallCm),
        Optional.ofNullable(temperatureMaxC),
        Optional.ofNullable(temperatureMinC),
        Optional.ofNullable(windMs),
        Optional.ofNullable(conditions),
        source);
  }
}
