package com.contractorportal.report;

/** The reports that the portal makes. */
public enum ReportKind {
  SEASON_SUMMARY(
      "Season summary",
      "Every winter event of the current season (1 July to 30 June) with its times, duration and"
          + " snow depths, and what was in service. CSV.");

  private final String title;
  private final String description;

  ReportKind(String title, String description) {
    this.title = title;
    this.description = description;
  }

  ReportView view() {
    return new ReportView(this, title, description);
  }
}
