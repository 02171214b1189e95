package com.contractorportal.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The winter events that a report tells of in order of their start, a page at a time. */
final class EventPages {

  /** Read at a time, so that memory stays flat however long the season is. */
  private static final int PAGE = 500;

  private final ReportRepository reports;
  private final Instant end;
  private final Optional<UUID> only;
  private Instant from;
  private UUID after = new UUID(0, 0);
  private boolean last;

  EventPages(ReportRepository reports, ReportSetting setting) {
    this.reports = reports;
    this.from = setting.period().start();
    this.end = setting.period().end();
    this.only = setting.eventId();
  }

  /** The next events; none after the last. */
  List<ReportedEvent> next() {
    if (last) {
      return List.of();
    }
    List<ReportedEvent> page = reports.events(only, from, end, after, PAGE);
    last = page.size() < PAGE;
    if (!page.isEmpty()) {
      from = page.get(page.size() - 1).startsAt();
      after = page.get(page.size() - 1).id();
    }
    return page;
  }
}
