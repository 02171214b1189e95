package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.customer.Units;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {

  private static final Words ENGLISH = Words.of(Locale.US);

  @ParameterizedTest
  @CsvSource({
    "DEPTH, 2.54, 2.5, 1.0",
    "DEPTH, 30.48, 30.5, 12.0",
    "PRECIPITATION, 25.4, 25.40, 1.00",
    "TEMPERATURE, -40, -40.0, -40.0",
    "TEMPERATURE, 0, 0.0, 32.0",
    "AREA, 0.09290304, 0.09, 1.00",
    "DISTANCE, 304.8, 305, 1000",
    "MASS, 0.45359237, 0.45, 1.00",
    "VOLUME, 3.785411784, 3.79, 1.00",
    "SPREAD, 4882.427636, 4882.43, 1000.00"
  })
  void quantities_are_shown_in_the_units_of_the_customer(
      Measure measure, BigDecimal kept, BigDecimal metric, BigDecimal imperial) {
    assertThat(measure.shown(kept, Units.METRIC)).isEqualTo(metric);
    assertThat(measure.shown(kept, Units.IMPERIAL)).isEqualTo(imperial);
  }

  @Test
  void a_column_names_its_unit() {
    Column depth = Column.measured("measured_depth", Measure.DEPTH);
    assertThat(depth.header(Units.METRIC)).isEqualTo("measured_depth_cm");
    assertThat(depth.header(Units.IMPERIAL)).isEqualTo("measured_depth_in");
    assertThat(depth.title(Units.IMPERIAL, ENGLISH)).isEqualTo("Measured depth (in)");
    assertThat(Column.hours("duration").header(Units.METRIC)).isEqualTo("duration_hours");
    assertThat(Column.text("event").title(Units.METRIC, ENGLISH)).isEqualTo("Event");
    assertThat(Column.measured("spread", Measure.SPREAD).title(Units.IMPERIAL, ENGLISH))
        .isEqualTo("Spread (lb/1000 ft²)");
  }

  @Test
  void values_are_rounded_once_for_all_layouts() {
    assertThat(Column.hours("worked").shown(Duration.ofMinutes(20), Units.METRIC))
        .isEqualTo(new BigDecimal("0.33"));
    assertThat(Column.money("cost").shown(new BigDecimal("1.005"), Units.METRIC))
        .isEqualTo(new BigDecimal("1.01"));
    assertThat(Column.time("at").shown(Instant.parse("2026-11-21T02:00:00.999999Z"), Units.METRIC))
        .isEqualTo(Instant.parse("2026-11-21T02:00:00Z"));
    assertThat(Column.count("visits").shown(null, Units.METRIC)).isNull();
  }

  @Test
  void a_value_of_another_type_is_refused() {
    assertThatThrownBy(() -> Column.count("visits").shown("3", Units.METRIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("visits");
  }
}
