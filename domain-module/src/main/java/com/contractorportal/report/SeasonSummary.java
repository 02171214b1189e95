package com.contractorportal.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * The season summary: a CSV file (RFC 4180, UTF-8) with one row per winter event of the season, in
 * order of their start. Times are those of the customer's time zone with their offset, durations
 * are hours with two decimals, depths are centimetres. What is in service is counted once, when the
 * report is made, and stands in every row.
 */
@ApplicationScoped
class SeasonSummary {

  static final String MEDIA_TYPE = "text/csv";

  /** Read at a time, so that memory stays flat however long the season is. */
  private static final int PAGE = 500;

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

  @Inject private ReportRepository reports;

  /** The file's name: the day of the report, where the customer is. */
  static String fileName(Instant asOf, ZoneId zone) {
    return "season-summary-" + LocalDate.ofInstant(asOf, zone) + ".csv";
  }

  /**
   * Writes the bound customer's summary; the stream stays open.
   *
   * @param progress called after every page of events
   * @return how many events it has
   */
  long write(Instant asOf, ZoneId zone, OutputStream out, Runnable progress) throws IOException {
    Season season = Season.at(asOf, zone);
    String properties = String.valueOf(reports.propertiesInService());
    String routes = String.valueOf(reports.routes());
    String stops = String.valueOf(reports.stops());
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    long rows = 0;
    try {
      @SuppressWarnings("resource") // Closing it would close the stream, which is not ours.
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
      csv.writeRecord(
          "event",
          "kind",
          "status",
          "starts",
          "ends",
          "duration_hours",
          "forecast_depth_cm",
          "measured_depth_cm",
          "properties_in_service",
          "routes",
          "stops");
      Instant from = season.start();
      UUID after = BEFORE_ALL;
      List<ReportedEvent> page;
      do {
        page = reports.events(from, season.end(), after, PAGE);
        for (ReportedEvent event : page) {
          csv.writeRecord(
              SafeCell.of(event.name()),
              event.kind(),
              event.status(),
              local(event.startsAt(), zone),
              SafeCell.of(event.endsAt().map(end -> local(end, zone))),
              SafeCell.of(event.endsAt().map(end -> hours(event.startsAt(), end))),
              SafeCell.of(event.forecastDepthCm().map(BigDecimal::toPlainString)),
              SafeCell.of(event.measuredDepthCm().map(BigDecimal::toPlainString)),
              properties,
              routes,
              stops);
          from = event.startsAt();
          after = event.id();
        }
        rows += page.size();
        progress.run();
      } while (page.size() == PAGE);
      csv.flush();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    return rows;
  }

  private static String local(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
  }

  private static BigDecimal hours(Instant start, Instant end) {
    return BigDecimal.valueOf(Duration.between(start, end).toSeconds())
        .divide(SECONDS_AN_HOUR, 2, RoundingMode.HALF_UP);
  }
}
