package com.contractorportal.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A place on the globe.
 *
 * @param latitude in degrees, north positive
 * @param longitude in degrees, east positive
 */
public record Position(double latitude, double longitude) {

  /** The position of a thing that has both coordinates, or none. */
  public static Optional<Position> of(
      Optional<BigDecimal> latitude, Optional<BigDecimal> longitude) {
    return latitude.flatMap(
        north -> longitude.map(east -> new Position(north.doubleValue(), east.doubleValue())));
  }

  /** This position with so many decimals: three tell about 100 m, two about 1 km. */
  public Position rounded(int decimals) {
    return new Position(rounded(latitude, decimals), rounded(longitude, decimals));
  }

  private static double rounded(double degrees, int decimals) {
    return BigDecimal.valueOf(degrees).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }
}
