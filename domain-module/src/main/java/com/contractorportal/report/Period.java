package com.contractorportal.report;

import com.contractorportal.winterevent.Season;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time that a report is about.
 *
 * @param start its first instant
 * @param end the first instant that is not in it
 */
record Period(Instant start, Instant end) {

  /** No customer's data is older. */
  static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  /** As far as the database's times reach, for what is about something else than a time. */
  static final Period ALWAYS =
      new Period(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("9000-01-01T00:00:00Z"));

  static Period season(Instant instant, ZoneId zone) {
    Season season = Season.of(instant, zone);
    return new Period(season.start(), season.end());
  }

  /**
   * Whole days in a time zone.
   *
   * @param from the first; if not given, that of the last day's season
   * @param to the last; if not given, that of the present season
   * @param asOf when the present is
   */
  static Period days(Optional<LocalDate> from, Optional<LocalDate> to, Instant asOf, ZoneId zone) {
    Instant end =
        to.map(last -> last.plusDays(1).atStartOfDay(zone).toInstant())
            .orElseGet(() -> season(asOf, zone).end());
    Instant start =
        from.map(first -> first.atStartOfDay(zone).toInstant())
            .orElseGet(() -> season(end.minusNanos(1), zone).start());
    return new Period(start, end);
  }
}
