package com.contractorportal.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/**
 * A contractor's year, 1 July to 30 June in the customer's own time zone, so that no winter is cut
 * in two.
 *
 * @param start its first instant
 * @param end the first instant of the next one
 */
record Season(Instant start, Instant end) {

  /** The season in which an instant lies for somebody in a time zone. */
  static Season at(Instant instant, ZoneId zone) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    int year = day.getMonthValue() >= Month.JULY.getValue() ? day.getYear() : day.getYear() - 1;
    LocalDate first = LocalDate.of(year, Month.JULY, 1);
    return new Season(
        first.atStartOfDay(zone).toInstant(), first.plusYears(1).atStartOfDay(zone).toInstant());
  }
}
