package com.contractorportal.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.geo.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTotalsTest {

  /** A hundredth of a degree of latitude is 1,112 m. */
  @Test
  void a_route_is_driven_at_500_m_a_minute_and_worked_on_for_15_minutes_a_stop() {
    RouteTotals totals = RouteTotals.of(List.of(at("44.00"), at("44.01"), at("44.00")));

    assertThat(totals.distanceM()).isEqualTo(2224);
    assertThat(totals.expectedMinutes()).isEqualTo(5 + 3 * 15);
  }

  @Test
  void a_stop_without_a_position_takes_time_but_no_way() {
    RouteTotals totals = RouteTotals.of(List.of(at("44.00"), nowhere(), at("44.01"), nowhere()));

    assertThat(totals).isEqualTo(new RouteTotals(4, 1112));
    assertThat(totals.expectedMinutes()).isEqualTo(3 + 4 * 15);
  }

  @Test
  void a_route_without_stops_is_nothing() {
    assertThat(RouteTotals.of(List.of())).isEqualTo(new RouteTotals(0, 0));
    assertThat(RouteTotals.of(List.of(at("44.00")))).isEqualTo(new RouteTotals(1, 0));
  }

  private static Optional<Position> at(String latitude) {
    return Optional.of(new Position(Double.parseDouble(latitude), -72.5));
  }

  private static Optional<Position> nowhere() {
    return Optional.empty();
  }
}
