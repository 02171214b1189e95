package com.contractorportal.report;

import com.contractorportal.customer.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a report is made for, the same for all reports of a customer in one round.
 *
 * @param company the customer's name
 * @param asOf the instant that it describes
 * @param zone where the customer is
 * @param locale the customer's language, and how it writes dates and numbers
 * @param units in which measured quantities are shown
 * @param wishes what it is limited to
 */
record ReportSetting(
    String company, Instant asOf, ZoneId zone, Locale locale, Units units, Wishes wishes) {

  /** What is made every night. */
  ReportSetting(String company, Instant asOf, ZoneId zone, Locale locale, Units units) {
    this(company, asOf, zone, locale, units, Wishes.NONE);
  }

  /**
   * @throws java.time.DateTimeException if the time zone is not known
   */
  static ReportSetting of(Lease lease) {
    return new ReportSetting(
        lease.customerTerms().name(),
        lease.asOf(),
        ZoneId.of(lease.customerTerms().timeZone()),
        Locale.forLanguageTag(lease.customerTerms().locale()),
        Units.valueOf(lease.customerTerms().units()),
        lease.wishes());
  }

  /** The time that is told of: the days that were asked for, or the season. */
  Period period() {
    return wishes.eventId().isPresent() && !wishes.nameDays()
        ? Period.ALWAYS
        : Period.days(wishes.from(), wishes.to(), asOf, zone);
  }

  /** The only winter event that is told of, if it is one. */
  Optional<UUID> eventId() {
    return wishes.eventId();
  }

  /** The only property that is told of, if it is one. */
  Optional<UUID> propertyId() {
    return wishes.propertyId();
  }

  /** The day of the report, where the customer is. */
  LocalDate day() {
    return LocalDate.ofInstant(asOf, zone);
  }

  /**
   * How a report's file is called: {@code season-summary-2026-11-20.csv} by its day, {@code
   * season-summary-2026-01-01-to-2026-01-31.csv} by the days that were asked for.
   */
  String fileName(String kind, String extension) {
    return "%s-%s.%s".formatted(kind.toLowerCase(Locale.ROOT).replace('_', '-'), days(), extension);
  }

  private String days() {
    if (!wishes.nameDays()) {
      return day().toString();
    }
    return "%s-to-%s"
        .formatted(
            LocalDate.ofInstant(period().start(), zone),
            LocalDate.ofInstant(period().end().minusNanos(1), zone));
  }
}
