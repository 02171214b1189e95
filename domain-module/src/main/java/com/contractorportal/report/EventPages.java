package com.contractorportal.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The winter events of a season in order of their start, a page at a time. */
final class EventPages {

  /** Read at a time, so that memory stays flat however long the season is. */
  private static final int PAGE = 500;

  private final ReportRepository reports;
  private final Instant end;
  private Instant from;
  private UUID after = new UUID(0, 0);
  private boolean last;

  EventPages(ReportRepository reports, Season season) {
    this.reports = reports;
    this.from = season.start();
    this.end = season.end();
  }

  /** The next events; none after the last. */
  List<ReportedEvent> next() {
    if (last) {
      return List.of();
    }
    List<ReportedEvent> page = reports.events(from, end, after, PAGE);
    last = page.size() < PAGE;
    if (!page.isEmpty()) {
      from = page.get(page.size() - 1).startsAt();
      after = page.get(page.size() - 1).id();
    }
    return page;
  }
}
