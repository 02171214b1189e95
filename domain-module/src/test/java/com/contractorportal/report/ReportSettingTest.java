package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.persistence.Ids;
import com.contractorportal.report.Lease.CustomerTerms;
import com.contractorportal.tenancy.CustomerId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportSettingTest {

  private static final Instant NIGHT = Instant.parse("2026-11-21T02:00:00Z");

  @Test
  void a_file_is_named_by_the_day_where_the_customer_is() {
    assertThat(of("America/New_York").fileName("SEASON_SUMMARY", "csv"))
        .isEqualTo("season-summary-2026-11-20.csv");
    assertThat(of("UTC").fileName("EVENT_REPORT", "xlsx"))
        .isEqualTo("event-report-2026-11-21.xlsx");
  }

  @Test
  void a_file_is_named_by_the_days_that_were_asked_for() {
    Wishes january =
        new Wishes(
            List.of(),
            List.of(),
            Optional.of(LocalDate.parse("2026-01-01")),
            Optional.of(LocalDate.parse("2026-01-31")),
            Optional.empty(),
            Optional.empty());
    assertThat(of("America/New_York", january).fileName("EVENT_REPORT", "csv"))
        .isEqualTo("event-report-2026-01-01-to-2026-01-31.csv");
  }

  @Test
  void one_event_is_told_of_whole_and_other_reports_tell_of_the_season() {
    Wishes event =
        new Wishes(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Ids.next()),
            Optional.empty());
    assertThat(of("UTC", event).period()).isEqualTo(Period.ALWAYS);
    assertThat(of("UTC").period().start()).isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
  }

  @Test
  void a_time_zone_that_nobody_knows_is_refused() {
    assertThatThrownBy(() -> of("Vermont/Nowhere")).isInstanceOf(DateTimeException.class);
  }

  private static ReportSetting of(String zone) {
    return of(zone, Wishes.NONE);
  }

  private static ReportSetting of(String zone, Wishes wishes) {
    return ReportSetting.of(
        new Lease(
            Ids.next(),
            CustomerId.LEGACY,
            "test",
            1,
            0,
            Duration.ZERO,
            NIGHT,
            RunOrigin.NIGHTLY,
            wishes,
            new CustomerTerms("Snow and Sons", zone, "en-US", "METRIC")));
  }
}
