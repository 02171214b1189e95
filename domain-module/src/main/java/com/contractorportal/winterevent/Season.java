package com.contractorportal.winterevent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/**
 * A contractor's year, 1 July to 30 June in the customer's own time zone, so that no winter is cut
 * in two.
 *
 * @param start its first instant
 * @param end the first instant that is not in it
 */
public record Season(Instant start, Instant end) {

  /** The season in which an instant lies for somebody in a time zone. */
  public static Season of(Instant instant, ZoneId zone) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    return beginningIn(
        day.getMonthValue() >= Month.JULY.getValue() ? day.getYear() : day.getYear() - 1, zone);
  }

  /** The season that begins in July of a year. */
  public static Season beginningIn(int year, ZoneId zone) {
    LocalDate first = LocalDate.of(year, Month.JULY, 1);
    return new Season(
        first.atStartOfDay(zone).toInstant(), first.plusYears(1).atStartOfDay(zone).toInstant());
  }
}
