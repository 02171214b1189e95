package com.contractorportal.report;

import com.contractorportal.customer.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What a report is made for, the same for all reports of a customer in one night.
 *
 * @param asOf the instant that it describes
 * @param zone where the customer is
 * @param locale how the customer writes dates
 * @param units in which measured quantities are shown
 */
record ReportSetting(Instant asOf, ZoneId zone, Locale locale, Units units) {

  /**
   * @throws java.time.DateTimeException if the time zone is not known
   */
  static ReportSetting of(Lease lease) {
    return new ReportSetting(
        lease.asOf(),
        ZoneId.of(lease.customerTerms().timeZone()),
        Locale.forLanguageTag(lease.customerTerms().locale()),
        Units.valueOf(lease.customerTerms().units()));
  }

  /** The season in which the report is made. */
  Season season() {
    return Season.at(asOf, zone);
  }

  /** The day of the report, where the customer is. */
  LocalDate day() {
    return LocalDate.ofInstant(asOf, zone);
  }

  /** How a report's file is called: {@code season-summary-2026-11-20.csv}. */
  String fileName(String kind, String extension) {
    return kind.toLowerCase(Locale.ROOT).replace('_', '-') + "-" + day() + "." + extension;
  }
}
