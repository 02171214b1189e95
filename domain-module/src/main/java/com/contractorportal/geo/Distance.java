package com.contractorportal.geo;

import static java.lang.Math.asin;
import static java.lang.Math.cos;
import static java.lang.Math.min;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

/**
 * Great-circle distances, by the haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky
 * and Telescope 68 (2), 1984, p. 159). The Earth is taken as a sphere of its mean radius {@code R1}
 * = 6,371,008.8 m (IUGG; H. Moritz, "Geodetic Reference System 1980", Journal of Geodesy 74, 2000,
 * p. 128), so that a distance is at most about 0.6 % off the one on the ellipsoid.
 */
public final class Distance {

  private static final double EARTH_RADIUS_M = 6_371_008.8;

  private Distance() {}

  /** The shortest way over the ground between two positions, in metres. */
  public static double metres(Position from, Position to) {
    double north = sin(toRadians(to.latitude() - from.latitude()) / 2);
    double east = sin(toRadians(to.longitude() - from.longitude()) / 2);
    double haversine =
        north * north
            + cos(toRadians(from.latitude())) * cos(toRadians(to.latitude())) * east * east;
    return 2 * EARTH_RADIUS_M * asin(sqrt(min(1, haversine)));
  }
}
