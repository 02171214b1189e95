package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.geo.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class BordersTest {

  /** Vermont's with New York runs through Lake Champlain, west of Burlington. */
  @Test
  void a_border_lies_where_it_is() {
    List<Borders.Line> lines =
        Borders.between(new Position(44.3, -73.45), new Position(44.6, -73.25));

    assertThat(lines)
        .filteredOn(Borders.Line::ofState)
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.southWest().longitude()).isBetween(-75.0, -72.0);
              assertThat(line.northEast().latitude()).isBetween(43.0, 46.0);
            });
  }

  @Test
  void counties_are_told_from_states() {
    List<Borders.Line> aroundMontpelier =
        Borders.between(new Position(44.1, -72.8), new Position(44.4, -72.3));

    assertThat(aroundMontpelier).isNotEmpty().noneMatch(Borders.Line::ofState);
  }

  @Test
  void far_from_the_country_there_are_none() {
    assertThat(Borders.between(new Position(47, 7), new Position(48, 8))).isEmpty();
  }
}
