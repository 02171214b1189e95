package com.contractorportal.report;

import java.util.List;
import java.util.Optional;

/** What a layout needs to know of a report before its rows. */
interface ReportForm {

  /** Its name in runs and files, as {@code SEASON_SUMMARY}; never changed once there are runs. */
  String kind();

  /** Its name for people, in English. */
  String title();

  List<Column> columns();

  /** How it is put on paper; empty if it is for spreadsheets only. */
  default Optional<Paper> paper() {
    return Optional.empty();
  }
}
