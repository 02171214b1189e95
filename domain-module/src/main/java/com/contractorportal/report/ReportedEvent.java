package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.persistence.annotations.ReadOnly;

/** A winter event as reports read it. */
@Entity
@ReadOnly
@Table(name = "winter_event")
class ReportedEvent extends CustomerOwned {

  private String name;
  private String kind;
  private String status;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "forecast_depth_cm")
  private BigDecimal forecastDepthCm;

  @Column(name = "measured_depth_cm")
  private BigDecimal measuredDepthCm;

  protected ReportedEvent() {}

  String name() {
    return name;
  }

  String kind() {
    return kind;
  }

  String status() {
    return status;
  }

  Instant startsAt() {
    return startsAt;
  }

  Optional<Instant> endsAt() {
    return Optional.ofNullable(endsAt);
  }

  Optional<BigDecimal> forecastDepthCm() {
    return Optional.ofNullable(forecastDepthCm);
  }

  Optional<BigDecimal> measuredDepthCm() {
    return Optional.ofNullable(measuredDepthCm);
  }
}
