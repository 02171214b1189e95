package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;

/** Only an approved log needs a correction; any other can be edited. */
public final class LogIsNotApproved extends Conflict {

  private static final long serialVersionUID = 1L;

  LogIsNotApproved() {
    super(
        "log-is-not-approved",
        "Only an approved log is corrected by another. Edit this one instead.");
  }
}
