package com.contractorportal.launch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The winter events of the demonstration: the days of the winter 2014/15 on which it really snowed,
 * days in a row being one event. All are shifted by the same number of days, so that one of the
 * last happens now: what was before it is closed, what comes after it is planned.
 */
final class DemoSeason {

  private static final LocalDate FIRST_DAY = LocalDate.of(2014, Month.OCTOBER, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2015, Month.MAY, 31);
  private static final int STILL_TO_COME = 4;
  private static final LocalTime BEGIN = LocalTime.of(4, 0);
  private static final LocalTime END = LocalTime.of(22, 0);
  private static final Duration SINCE = Duration.ofHours(3);

  /**
   * One event.
   *
   * @param endsAt {@code null} while the event lasts
   * @param forecastDepthCm ten times the water that fell, as fresh snow has it; {@code null} if
   *     less than half a centimetre. Nobody measured, so there is no measured depth.
   */
  record Event(
      String name,
      String kind,
      String status,
      Instant startsAt,
      Instant endsAt,
      BigDecimal forecastDepthCm) {}

  private record Day(LocalDate date, BigDecimal waterMm, BigDecimal warmest) {}

  private DemoSeason() {}

  static List<Event> at(Instant now, ZoneId zone) throws IOException {
    List<List<Day>> snowfalls = snowfalls();
    int current = snowfalls.size() - 1 - STILL_TO_COME;
    LocalDate today = LocalDate.ofInstant(now, zone);
    long shift = ChronoUnit.DAYS.between(snowfalls.get(current).get(0).date(), today);

    List<Event> events = new ArrayList<>();
    for (int i = 0; i < snowfalls.size(); i++) {
      List<Day> snowfall = snowfalls.get(i);
      LocalDate first = snowfall.get(0).date().plusDays(shift);
      LocalDate last = snowfall.get(snowfall.size() - 1).date().plusDays(shift);
      boolean happening = i == current;
      String kind = kind(snowfall);
      events.add(
          new Event(
              name(kind, first),
              kind,
              happening ? "ACTIVE" : i < current ? "CLOSED" : "PLANNED",
              happening
                  ? now.minus(SINCE).truncatedTo(ChronoUnit.MINUTES)
                  : first.atTime(BEGIN).atZone(zone).toInstant(),
              happening ? null : last.atTime(END).atZone(zone).toInstant(),
              depth(snowfall)));
    }
    return events;
  }

  private static List<List<Day>> snowfalls() throws IOException {
    List<List<Day>> snowfalls = new ArrayList<>();
    LocalDate previous = LocalDate.MIN;
    for (Day day : snowDays()) {
      if (!day.date().equals(previous.plusDays(1))) {
        snowfalls.add(new ArrayList<>());
      }
      snowfalls.get(snowfalls.size() - 1).add(day);
      previous = day.date();
    }
    return snowfalls;
  }

  private static List<Day> snowDays() throws IOException {
    InputStream in = DemoSeason.class.getResourceAsStream("demo/weather-new-york-daily.csv");
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream()
          .filter(row -> row.getField("weather").equals("snow"))
          .map(
              row ->
                  new Day(
                      LocalDate.parse(row.getField("date")),
                      new BigDecimal(row.getField("precipitation")),
                      new BigDecimal(row.getField("temp_max"))))
          .filter(day -> !day.date().isBefore(FIRST_DAY) && !day.date().isAfter(LAST_DAY))
          .toList();
    }
  }

  /** Well above freezing by day, snow comes with rain and freezes again at night. */
  private static String kind(List<Day> snowfall) {
    boolean thaws =
        snowfall.stream().anyMatch(day -> day.warmest().compareTo(BigDecimal.valueOf(3)) > 0);
    return thaws ? "MIXED" : "SNOW";
  }

  private static String name(String kind, LocalDate first) {
    return (kind.equals("SNOW") ? "Snow, " : "Snow and ice, ")
        + DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US).format(first);
  }

  /** One millimetre of water makes about one centimetre of fresh snow; to the half centimetre. */
  private static BigDecimal depth(List<Day> snowfall) {
    BigDecimal cm =
        snowfall.stream()
            .map(Day::waterMm)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .multiply(BigDecimal.valueOf(2))
            .setScale(0, RoundingMode.HALF_UP)
            .divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY);
    return cm.signum() == 0 ? null : cm;
  }
}
