package com.contractorportal.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DistanceTest {

  private static final double HALF_ROUND_THE_EARTH = Math.PI * 6_371_008.8;

  /** Sinnott's formula by its usual example: the airports of Nashville and Los Angeles. */
  @Test
  void nashville_is_2887_km_from_los_angeles() {
    Position nashville = new Position(36.12, -86.67);
    Position losAngeles = new Position(33.94, -118.40);

    assertThat(Distance.metres(nashville, losAngeles)).isCloseTo(2_886_450, within(50.0));
    assertThat(Distance.metres(losAngeles, nashville)).isCloseTo(2_886_450, within(50.0));
  }

  /** On the ellipsoid a minute of latitude is 1,843 m at the equator and 1,862 m at the poles. */
  @Test
  void a_minute_of_latitude_is_a_nautical_mile() {
    assertThat(Distance.metres(new Position(44, -72), new Position(44 + 1 / 60.0, -72)))
        .isCloseTo(1852, withinPercentage(0.1));
  }

  @Test
  void meridians_are_half_as_far_apart_at_60_degrees_as_at_the_equator() {
    double atEquator = Distance.metres(new Position(0, 10), new Position(0, 10.01));
    double at60 = Distance.metres(new Position(60, 10), new Position(60, 10.01));

    assertThat(at60).isCloseTo(atEquator / 2, within(0.01));
  }

  @Test
  void the_other_side_of_the_date_line_is_near() {
    assertThat(Distance.metres(new Position(0, 179.995), new Position(0, -179.995)))
        .isCloseTo(1112, within(1.0));
  }

  @Test
  void antipodes_are_half_round_the_earth_apart() {
    assertThat(Distance.metres(new Position(44.5, -72.5), new Position(-44.5, 107.5)))
        .isCloseTo(HALF_ROUND_THE_EARTH, within(1.0));
    assertThat(Distance.metres(new Position(90, 0), new Position(-90, 45)))
        .isCloseTo(HALF_ROUND_THE_EARTH, within(1.0));
  }

  @Test
  void a_place_is_nowhere_from_itself() {
    Position here = new Position(44.260059, -72.575387);

    assertThat(Distance.metres(here, here)).isZero();
  }

  @Test
  void a_position_has_both_coordinates() {
    Optional<BigDecimal> some = Optional.of(new BigDecimal("44.26"));

    assertThat(Position.of(some, some)).contains(new Position(44.26, 44.26));
    assertThat(Position.of(some, Optional.empty())).isEmpty();
    assertThat(Position.of(Optional.empty(), some)).isEmpty();
  }

  @Test
  void a_rounded_position_tells_only_roughly_where_it_is() {
    assertThat(new Position(44.260059, -72.575387).rounded(2))
        .isEqualTo(new Position(44.26, -72.58));
  }
}
