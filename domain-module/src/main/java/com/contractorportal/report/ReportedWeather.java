package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.persistence.annotations.ReadOnly;

/** A weather observation as reports read it. */
@Entity
@ReadOnly
@Table(name = "weather_observation")
class ReportedWeather extends CustomerOwned {

  private String place;
  private String period;

  @Column(name = "observed_at")
  private Instant observedAt;

  @Column(name = "precipitation_mm")
  private BigDecimal precipitationMm;

  @Column(name = "snowfall_cm")
  private BigDecimal snowfallCm;

  @Column(name = "temperature_max_c")
  private BigDecimal temperatureMaxC;

  @Column(name = "temperature_min_c")
  private BigDecimal temperatureMinC;

  private String conditions;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ReportedWeather() {}

  String place() {
    return place;
  }

  boolean isOfHour() {
    return period.equals("HOUR");
  }

  Instant observedAt() {
    return observedAt;
  }

  /** Null if not known, as {@link Report.Rows} takes it; so are the others. */
  BigDecimal precipitationMm() {
    return precipitationMm;
  }

  BigDecimal snowfallCm() {
    return snowfallCm;
  }

  BigDecimal temperatureMaxC() {
    return temperatureMaxC;
  }

  BigDecimal temperatureMinC() {
    return temperatureMinC;
  }

  String conditions() {
    return conditions;
  }
}
