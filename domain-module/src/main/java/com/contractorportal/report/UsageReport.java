package com.contractorportal.report;

import com.contractorportal.customer.Units;
import com.contractorportal.persistence.Now;
import com.contractorportal.usage.CustomerMonth;
import com.contractorportal.usage.MonthOfUsage;
import com.contractorportal.usage.UsageService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One row per customer: what it used in a month. For operators, made when they ask for it and kept
 * nowhere; in the layouts of the customers' reports.
 */
@ApplicationScoped
public class UsageReport implements ReportForm {

  /** Read at a time. */
  static final int PAGE = 500;

  @Inject private UsageService usage;
  @Inject @Any private Instance<Layout> layouts;

  @Override
  public String kind() {
    return "PLATFORM_USAGE";
  }

  @Override
  public String title() {
    return "Usage of the platform";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("month"),
        Column.text("customer_id"),
        Column.text("customer"),
        Column.code("status"),
        Column.text("plan"),
        Column.count("requests"),
        Column.count("members"),
        Column.count("properties"),
        Column.count("storage_bytes"),
        Column.count("logs"),
        Column.count("report_runs"),
        Column.hours("batch"),
        Column.time("metered"));
  }

  /** How the file of a month is called. */
  public String fileName(YearMonth month, String mediaType) {
    return "usage-%s.%s".formatted(month, layout(mediaType).extension());
  }

  /**
   * Writes a month as it was last metered, page by page.
   *
   * @param mediaType {@code text/csv}, or that of a workbook
   * @param out stays open
   */
  public void write(YearMonth month, String mediaType, OutputStream out) throws IOException {
    // Operators are of no country: dates stand as ISO 8601 has them, times are UTC.
    ReportSetting setting =
        new ReportSetting(
            "Contractor Portal", Now.instant(), ZoneOffset.UTC, Locale.CANADA, Units.METRIC);
    try (Layout.Sheet sheet = layout(mediaType).begin(new Answer(out), this, setting)) {
      String after = "";
      List<CustomerMonth> page;
      do {
        page = usage.ofAll(month, after, PAGE);
        for (CustomerMonth each : page) {
          sheet.row(row(each));
          after = each.customer().value();
        }
        sheet.pageEnds();
      } while (page.size() == PAGE);
      sheet.finish(() -> {});
    }
  }

  private List<Object> row(CustomerMonth of) {
    MonthOfUsage used = of.usage();
    Object[] values = {
      used.month(),
      of.customer().value(),
      of.name(),
      of.status(),
      of.plan(),
      used.requests(),
      used.members(),
      used.properties(),
      used.storageBytes(),
      used.logs(),
      used.reportRuns(),
      Duration.ofSeconds(used.batchSeconds()),
      used.meteredAt().orElse(null)
    };
    List<Object> shown = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      shown.add(columns().get(i).shown(values[i], Units.METRIC));
    }
    return shown;
  }

  private Layout layout(String mediaType) {
    return layouts.stream()
        .filter(layout -> layout.mediaType().equals(mediaType) && layout.suits(this))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No layout makes " + mediaType + "."));
  }

  /** What is sent as it is written. */
  private record Answer(OutputStream out) implements Layout.Target {

    @Override
    public Path scratch() throws IOException {
      return Files.createTempFile("usage", ".part");
    }
  }
}
