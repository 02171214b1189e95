package com.contractorportal.weather;

import com.contractorportal.geo.Position;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A place that has observations, and where it was last said to be. */
@Entity
@Table(name = "weather_place")
class WeatherPlace extends CustomerOwned {

  private String place;
  private BigDecimal latitude;
  private BigDecimal longitude;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected WeatherPlace() {}

  WeatherPlace(String place) {
    this.place = place;
    this.createdAt = Now.instant();
    this.updatedAt = createdAt;
  }

  /** What the trail shows. */
  public record View(String place, Optional<Position> position) {}

  /** It is there, whatever was said before. */
  void locate(BigDecimal newLatitude, BigDecimal newLongitude) {
    if (!position().equals(Position.of(Optional.of(newLatitude), Optional.of(newLongitude)))) {
      latitude = newLatitude;
      longitude = newLongitude;
      updatedAt = Now.instant();
    }
  }

  View view() {
    return new View(place, position());
  }

  String place() {
    return place;
  }

  Optional<Position> position() {
    return Position.of(Optional.ofNullable(latitude), Optional.ofNullable(longitude));
  }
}
