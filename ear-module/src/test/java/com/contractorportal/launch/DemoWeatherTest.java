package com.contractorportal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoWeatherTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2027-01-01", "2028-02-29", "2026-05-31", "2026-06-01"})
  void the_weather_of_the_last_year_is_known_day_by_day(String date) throws IOException {
    LocalDate today = LocalDate.parse(date);

    List<LocalDate> days = DemoWeather.until(today).stream().map(DemoWeather.Day::date).toList();

    assertThat(days).hasSize(365).doesNotHaveDuplicates().isSorted();
    assertThat(days.get(0)).isAfterOrEqualTo(today.minusYears(1).minusDays(1));
    assertThat(days.get(364)).isAfterOrEqualTo(today.minusDays(1)).isBeforeOrEqualTo(today);
  }
}
