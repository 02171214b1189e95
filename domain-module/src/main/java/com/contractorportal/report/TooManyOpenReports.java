package com.contractorportal.report;

import com.contractorportal.rule.Conflict;

/** A customer has asked for as many reports as are made for it at a time. */
public final class TooManyOpenReports extends Conflict {

  private static final long serialVersionUID = 1L;

  TooManyOpenReports() {
    super(
        "too-many-open-reports",
        "Your company has %d reports being made already. Ask again when one of them is done.",
        ReportNight.SLOTS);
  }
}
