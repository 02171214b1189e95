package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;

/** Logs that are opened with their event are opened in one transaction, which has its limits. */
public final class TooManyLogs extends Conflict {

  private static final long serialVersionUID = 1L;

  TooManyLogs(int most) {
    super(
        "too-many-logs",
        "The routes have more than %d stops to open a log for. Activate the event without logs, and let crews open them.",
        most);
  }
}
