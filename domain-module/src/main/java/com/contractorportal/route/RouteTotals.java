package com.contractorportal.route;

import com.contractorportal.geo.Distance;
import com.contractorportal.geo.Position;
import java.util.List;
import java.util.Optional;

/**
 * What a drive from stop to stop amounts to, for planning.
 *
 * <p>The distance is straight from each stop whose position is known to the next such one, in the
 * order of the drive; the ways from and to the start place are not in it. Crews are taken to do 36
 * km/h on roads 1.2 times as long as the straight line (the United States' circuity in R. H.
 * Ballou, H. Rahardja, N. Sakai, "Selected country circuity factors for road travel distance
 * estimation", Transportation Research Part A 36 (9), 2002, pp. 843-848), which makes 500 m of
 * straight line a minute, and to work 15 minutes at each stop, its position known or not.
 *
 * @param stopCount how many stops
 * @param distanceM in metres
 */
public record RouteTotals(int stopCount, long distanceM) {

  private static final double STRAIGHT_METRES_A_MINUTE = 36_000 / 60.0 / 1.2;
  private static final int MINUTES_A_STOP = 15;

  /**
   * @param stops where they are, as far as known, in the order of the drive
   */
  public static RouteTotals of(List<Optional<Position>> stops) {
    List<Position> known = stops.stream().flatMap(Optional::stream).toList();
    double metres = 0;
    for (int i = 1; i < known.size(); i++) {
      metres += Distance.metres(known.get(i - 1), known.get(i));
    }
    return new RouteTotals(stops.size(), Math.round(metres));
  }

  /** Driving and working, rounded up. */
  int expectedMinutes() {
    return (int) Math.ceil(distanceM / STRAIGHT_METRES_A_MINUTE) + MINUTES_A_STOP * stopCount;
  }
}
