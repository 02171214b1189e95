package com.contractorportal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.Fixture;
import com.contractorportal.container.PortalArchive;
import com.contractorportal.tenancy.CustomerId;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class UsageReportIT {

  /** Of no other test. */
  private static final YearMonth MONTH = YearMonth.of(2019, 2);

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Deployment
  static WebArchive portal() {
    return PortalArchive.create();
  }

  private Fixture given;
  private CustomerId snow;

  @BeforeEach
  void a_month_that_was_metered() {
    given = new Fixture();
    snow = given.customer("=Snow");
    given.run("DELETE FROM usage_month WHERE month IN ('2019-02-01', '2019-03-01')");
    used(snow, "2019-02-01", 1_000);
    used(snow, "2019-03-01", 7);
    used(given.customer("Ice"), "2019-02-01", 2_000);
    given.customer("Not metered");
  }

  private void used(CustomerId customer, String month, long requests) {
    given.run(
        "INSERT INTO usage_month (customer_id, month, requests, members, properties, storage_bytes,"
            + " logs, report_runs, batch_seconds, metered_at)"
            + " VALUES (?, ?, ?, 3, 4, 5000000000, 6, 7, 5400, '2019-03-01 00:30:00')",
        customer.value(),
        month,
        requests);
  }

  @Test
  void there_is_a_row_for_each_customer_that_was_metered() throws Exception {
    Map<String, NamedCsvRecord> rows = csv();

    assertThat(rows).hasSize(2);
    assertThat(rows.get(snow.value()).getFieldsAsMap())
        .containsEntry("month", "2019-02")
        .containsEntry("customer", "'=Snow")
        .containsEntry("status", "ACTIVE")
        .containsEntry("requests", "1000")
        .containsEntry("members", "3")
        .containsEntry("properties", "4")
        .containsEntry("storage_bytes", "5000000000")
        .containsEntry("logs", "6")
        .containsEntry("report_runs", "7")
        .containsEntry("batch_hours", "1.50")
        .containsEntry("metered", "2019-03-01T00:30:00Z");
  }

  @Test
  void a_workbook_says_the_same() throws Exception {
    Map<String, NamedCsvRecord> csv = csv();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(written(XLSX)))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(11)).isEqualTo("Batch (hours)");
      assertThat(rows).hasSize(3);
      for (Row row : rows.subList(1, 3)) {
        NamedCsvRecord same = csv.get(row.getCellText(1));
        assertThat(row.getCellText(3).toUpperCase(Locale.ROOT)).isEqualTo(same.getField("status"));
        assertThat(row.getCellAsNumber(5).orElseThrow())
            .isEqualByComparingTo(same.getField("requests"));
        assertThat(row.getCellAsNumber(11).orElseThrow()).isEqualByComparingTo("1.5");
        assertThat(row.getCellAsDate(12)).contains(LocalDateTime.of(2019, 3, 1, 0, 30));
      }
    }
  }

  @Test
  void more_customers_than_a_page_are_all_in_it() throws Exception {
    given.run(
        "INSERT INTO usage_month (customer_id, month, requests)"
            + " SELECT customer_id, '2019-02-01', 1 FROM customer"
            + " WHERE customer_id NOT IN (SELECT customer_id FROM usage_month"
            + " WHERE month = '2019-02-01')");
    long metered = given.number("SELECT COUNT(*) FROM usage_month WHERE month = '2019-02-01'");
    int many = (int) Math.max(UsageReport.PAGE + 1 - metered, 1);
    for (int i = 0; i < many; i++) {
      used(given.customer("One of many"), "2019-02-01", i);
    }

    assertThat(csv()).hasSize((int) metered + many).hasSizeGreaterThan(UsageReport.PAGE);
  }

  private static Map<String, NamedCsvRecord> csv() throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .ofNamedCsvRecord(new String(written("text/csv"), StandardCharsets.UTF_8))) {
      return reader.stream()
          .collect(Collectors.toMap(row -> row.getField("customer_id"), Function.identity()));
    }
  }

  private static byte[] written(String mediaType) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CDI.current().select(UsageReport.class).get().write(MONTH, mediaType, out);
    return out.toByteArray();
  }
}
