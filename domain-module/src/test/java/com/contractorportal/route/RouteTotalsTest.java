package com.contractorportal.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    assertThat(totals).isEqualTo(new RouteTotals(1112, 3 + 4 * 15));
  }

  @Test
  void a_route_without_stops_is_nothing() {
    assertThat(RouteTotals.of(List.of())).isEqualTo(new RouteTotals(0, 0));
    assertThat(RouteTotals.of(List.of(at("44.00")))).isEqualTo(new RouteTotals(0, 15));
  }

  private static RouteView.Stop at(String latitude) {
    return stop(Optional.of(new BigDecimal(latitude)), Optional.of(new BigDecimal("-72.5")));
  }

  private static RouteView.Stop nowhere() {
    return stop(Optional.empty(), Optional.empty());
  }

  private static RouteView.Stop stop(
      Optional<BigDecimal> latitude, Optional<BigDecimal> longitude) {
    return new RouteView.Stop(
        UUID.randomUUID(), "Depot", "1 Main St", Optional.empty(), latitude, longitude);
  }
}
