package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * One row per winter event of the season or time, in order of their start. What is in service is
 * counted once, when the report is made, and stands in every row.
 */
@ApplicationScoped
class SeasonSummary implements Report {

  @Inject private ReportRepository reports;

  @Override
  public String kind() {
    return "SEASON_SUMMARY";
  }

  @Override
  public String title() {
    return "Season summary";
  }

  @Override
  public String description() {
    return "Every winter event of the current season (1 July to 30 June) with its times, duration and"
        + " snow depths, and what was in service.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("event"),
        Column.code("kind"),
        Column.code("status"),
        Column.time("starts"),
        Column.time("ends"),
        Column.hours("duration"),
        Column.measured("forecast_depth", Measure.DEPTH),
        Column.measured("measured_depth", Measure.DEPTH),
        Column.count("properties_in_service"),
        Column.count("routes"),
        Column.count("stops"));
  }

  @Override
  public void read(ReportSetting setting, Rows rows) throws IOException {
    long properties = reports.propertiesInService();
    long routes = reports.routes();
    long stops = reports.stops();
    EventPages events = new EventPages(reports, setting);
    for (List<ReportedEvent> page = events.next(); !page.isEmpty(); page = events.next()) {
      for (ReportedEvent event : page) {
        rows.add(
            event.name(),
            event.kind(),
            event.status(),
            event.startsAt(),
            event.endsAt().orElse(null),
            event.endsAt().map(end -> Duration.between(event.startsAt(), end)).orElse(null),
            event.forecastDepthCm().orElse(null),
            event.measuredDepthCm().orElse(null),
            properties,
            routes,
            stops);
      }
      rows.pageEnds();
    }
  }
}
