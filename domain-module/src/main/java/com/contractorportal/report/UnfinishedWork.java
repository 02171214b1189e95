package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One row per log that somebody should look at: first work that is under way, whenever it began,
 * then rejected logs that nobody has put right, then the season's logs that came in late. Each in
 * order of its start.
 */
@ApplicationScoped
class UnfinishedWork implements Report {

  @Inject private WorkRepository work;

  /** Reads the page behind an instant and id. */
  private interface Pages {
    List<ReportedLog> after(Instant from, UUID after);
  }

  @Override
  public String kind() {
    return "OPEN_AND_LATE_WORK";
  }

  @Override
  public String title() {
    return "Open and late work";
  }

  @Override
  public String description() {
    return "Work that is still under way, rejected logs that are to be put right, and this season's"
        + " logs that came in late.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.code("why"),
        Column.text("property"),
        Column.text("street"),
        Column.text("city"),
        Column.text("event"),
        Column.text("person"),
        Column.code("work"),
        Column.code("status"),
        Column.time("started"),
        Column.time("ended"),
        Column.hours("open"),
        Column.time("received"),
        Column.text("rejection_reason"),
        Column.text("log"));
  }

  @Override
  public void read(ReportSetting setting, Rows rows) throws IOException {
    Instant asOf = setting.asOf();
    Period period = setting.period();
    read(
        "open",
        Instant.EPOCH,
        (from, after) -> work.withStatus("OPEN", from, after, asOf),
        setting,
        rows);
    read(
        "rejected",
        Instant.EPOCH,
        (from, after) -> work.withStatus("REJECTED", from, after, asOf),
        setting,
        rows);
    Instant start = period.start();
    while (start.isBefore(period.end())) {
      // Few are late: looking for a page of them could take the database through all there are.
      Instant end = work.endOfSlice(start, period.end());
      read("late", start, (from, after) -> work.late(from, end, after, asOf), setting, rows);
      start = end;
    }
  }

  private void read(String why, Instant start, Pages pages, ReportSetting setting, Rows rows)
      throws IOException {
    Instant from = start;
    UUID after = WorkRepository.BEFORE_ALL;
    List<ReportedLog> page;
    do {
      page = pages.after(from, after);
      LogNames names = LogNames.of(page, work);
      for (ReportedLog log : page) {
        write(why, log, names, setting, rows);
        from = log.startedAt();
        after = log.id();
      }
      rows.pageEnds();
    } while (page.size() == WorkRepository.PAGE);
  }

  private static void write(
      String why, ReportedLog log, LogNames names, ReportSetting setting, Rows rows)
      throws IOException {
    ReportedProperty property = names.property(log);
    boolean open = log.endedAt().isEmpty();
    rows.add(
        why,
        property.name(),
        property.street(),
        property.city(),
        names.event(log),
        names.member(log),
        log.work(),
        log.status(),
        log.startedAt(),
        log.endedAt().orElse(null),
        open ? Duration.between(log.startedAt(), setting.asOf()) : null,
        log.receivedAt(),
        log.rejectionReason(),
        log.id());
  }
}
