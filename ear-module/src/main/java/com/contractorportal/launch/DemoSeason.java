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
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The winter events of the demonstration: the days of the winter 2014/15 on which it really snowed,
 * days in a row being one event. Each keeps its day and month, so that it snows in winter only, and
 * comes in the year that puts it into the last nine months or the next three.
 *
 * <p>One event goes on: the last that has begun. From November to March it is said to have begun
 * just now; in the other months, when nobody expects snow, it is one that nobody has closed. What
 * was before it is closed, what comes after it is planned.
 */
final class DemoSeason {

  private static final LocalDate FIRST_DAY = LocalDate.of(2014, Month.OCTOBER, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2015, Month.MAY, 31);
  private static final Period AHEAD = Period.ofMonths(3);
  private static final Set<Month> MONTHS_OF_SNOW =
      EnumSet.of(Month.NOVEMBER, Month.DECEMBER, Month.JANUARY, Month.FEBRUARY, Month.MARCH);
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

  private record Day(LocalDate date, BigDecimal waterMm, BigDecimal warmest) {

    Day later(int years) {
      return new Day(date.plusYears(years), waterMm, warmest);
    }
  }

  private DemoSeason() {}

  static List<Event> at(Instant now, ZoneId zone) throws IOException {
    Instant justNow = now.minus(SINCE).truncatedTo(ChronoUnit.MINUTES);
    LocalDate today = LocalDate.ofInstant(justNow, zone);
    List<Event> events = new ArrayList<>();
    List<List<Day>> begun = new ArrayList<>();
    for (List<Day> snowfall : snowfallsAround(today)) {
      if (begins(snowfall, zone).isAfter(now)) {
        events.add(event("PLANNED", snowfall, zone));
      } else {
        begun.add(snowfall);
      }
    }
    List<Day> last = begun.remove(begun.size() - 1);
    boolean snowsNow = MONTHS_OF_SNOW.contains(today.getMonth());
    events.add(
        new Event(
            name(kind(last), snowsNow ? today : last.get(0).date()),
            kind(last),
            "ACTIVE",
            snowsNow ? justNow : begins(last, zone),
            null,
            depth(last)));
    begun.forEach(snowfall -> events.add(event("CLOSED", snowfall, zone)));
    return events;
  }

  private static Event event(String status, List<Day> snowfall, ZoneId zone) {
    return new Event(
        name(kind(snowfall), snowfall.get(0).date()),
        kind(snowfall),
        status,
        begins(snowfall, zone),
        snowfall.get(snowfall.size() - 1).date().atTime(END).atZone(zone).toInstant(),
        depth(snowfall));
  }

  private static Instant begins(List<Day> snowfall, ZoneId zone) {
    return snowfall.get(0).date().atTime(BEGIN).atZone(zone).toInstant();
  }

  /** In the order of their days. */
  private static List<List<Day>> snowfallsAround(LocalDate today) throws IOException {
    LocalDate latest = today.plus(AHEAD);
    return snowfalls().stream()
        .map(
            snowfall -> {
              int years = latest.getYear() - snowfall.get(0).date().getYear();
              int shift =
                  snowfall.get(0).date().plusYears(years).isAfter(latest) ? years - 1 : years;
              return snowfall.stream().map(day -> day.later(shift)).toList();
            })
        .sorted(Comparator.comparing(snowfall -> snowfall.get(0).date()))
        .toList();
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
