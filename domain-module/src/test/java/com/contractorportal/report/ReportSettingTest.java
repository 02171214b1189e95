package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.persistence.Ids;
import com.contractorportal.report.Lease.CustomerTerms;
import com.contractorportal.tenancy.CustomerId;
import java.time.DateTimeException;
import java.time.Instant;
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
  void a_time_zone_that_nobody_knows_is_refused() {
    assertThatThrownBy(() -> of("Vermont/Nowhere")).isInstanceOf(DateTimeException.class);
  }

  private static ReportSetting of(String zone) {
    return ReportSetting.of(
        new Lease(
            Ids.next(),
            CustomerId.LEGACY,
            "test",
            1,
            NIGHT,
            RunOrigin.NIGHTLY,
            new CustomerTerms(zone, "en-US", "METRIC")));
  }
}
