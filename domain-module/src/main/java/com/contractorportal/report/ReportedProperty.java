package com.contractorportal.report;

import com.contractorportal.geo.Position;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.persistence.annotations.ReadOnly;

/** A property as reports read it. */
@Entity
@ReadOnly
@Table(name = "property")
class ReportedProperty extends CustomerOwned {

  private String name;
  private String street;
  private String city;
  private String state;

  @Column(name = "postal_code")
  private String postalCode;

  private BigDecimal latitude;
  private BigDecimal longitude;

  @Column(name = "area_m2")
  private BigDecimal areaM2;

  private String status;

  protected ReportedProperty() {}

  String name() {
    return name;
  }

  String street() {
    return street;
  }

  /** Null if it is not known, as {@link Report.Rows} takes it; so are the others. */
  String city() {
    return city;
  }

  String state() {
    return state;
  }

  String postalCode() {
    return postalCode;
  }

  BigDecimal latitude() {
    return latitude;
  }

  BigDecimal longitude() {
    return longitude;
  }

  Optional<BigDecimal> areaM2() {
    return Optional.ofNullable(areaM2);
  }

  Optional<Position> position() {
    return Position.of(Optional.ofNullable(latitude), Optional.ofNullable(longitude));
  }
}
