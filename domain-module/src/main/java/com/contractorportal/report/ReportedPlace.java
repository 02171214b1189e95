package com.contractorportal.report;

import com.contractorportal.geo.Position;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.persistence.annotations.ReadOnly;

/** A place that has weather observations, as reports read it. */
@Entity
@ReadOnly
@Table(name = "weather_place")
class ReportedPlace extends CustomerOwned {

  private String place;
  private BigDecimal latitude;
  private BigDecimal longitude;

  protected ReportedPlace() {}

  String place() {
    return place;
  }

  Optional<Position> position() {
    return Position.of(Optional.ofNullable(latitude), Optional.ofNullable(longitude));
  }
}
