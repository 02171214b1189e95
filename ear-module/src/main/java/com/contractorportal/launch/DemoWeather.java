package com.contractorportal.launch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;

/**
 * The weather of the year before today: that of New York around the winter of 2015, each day in the
 * latest year in which it is past. It is the weather that {@link DemoSeason} takes its events from.
 */
final class DemoWeather {

  static final String PLACE = "New York";

  /** In Central Park, where it was measured. */
  static final BigDecimal LATITUDE = new BigDecimal("40.78");

  static final BigDecimal LONGITUDE = new BigDecimal("-73.97");

  static final String FILE = "weather-new-york-daily.csv";

  private static final LocalDate FIRST_DAY = LocalDate.of(2014, Month.JUNE, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2015, Month.MAY, 31);

  /** One day; nobody measured how deep the snow was. */
  record Day(
      LocalDate date,
      BigDecimal precipitationMm,
      BigDecimal temperatureMaxC,
      BigDecimal temperatureMinC,
      BigDecimal windMs,
      String conditions) {}

  private DemoWeather() {}

  /** In the order of the days, today the last one at most. */
  static List<Day> until(LocalDate today) throws IOException {
    InputStream in = DemoWeather.class.getResourceAsStream("demo/" + FILE);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream()
          .filter(row -> within(LocalDate.parse(row.getField("date"))))
          .map(row -> day(row, today))
          .sorted(Comparator.comparing(Day::date))
          .toList();
    }
  }

  private static boolean within(LocalDate date) {
    return !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
  }

  private static Day day(NamedCsvRecord row, LocalDate today) {
    LocalDate date = LocalDate.parse(row.getField("date"));
    int years = today.getYear() - date.getYear();
    return new Day(
        date.plusYears(date.plusYears(years).isAfter(today) ? years - 1 : years),
        new BigDecimal(row.getField("precipitation")),
        new BigDecimal(row.getField("temp_max")),
        new BigDecimal(row.getField("temp_min")),
        new BigDecimal(row.getField("wind")),
        row.getField("weather"));
  }
}
