package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;

/** Approved logs never change. */
public final class LogIsApproved extends Conflict {

  private static final long serialVersionUID = 1L;

  LogIsApproved() {
    super(
        "log-is-approved",
        "This log is approved and stays as it is. Correct it by a new log that names it.");
  }
}
