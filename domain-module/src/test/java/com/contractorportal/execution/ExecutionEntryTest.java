package com.contractorportal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionEntryTest {

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 0, 1", "1000, 1, 2", "1001, 1000, 3", "59000, 2001, 62", "-5, 0, 0"})
  void each_second_and_each_thousand_items_cost_a_unit_once_begun(
      long milliseconds, long items, long units) {
    assertThat(ExecutionEntry.costUnits(Duration.ofMillis(milliseconds), items)).isEqualTo(units);
  }
}
