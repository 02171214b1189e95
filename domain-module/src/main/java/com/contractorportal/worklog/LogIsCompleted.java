package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;

/** Work that is done is completed once. */
public final class LogIsCompleted extends Conflict {

  private static final long serialVersionUID = 1L;

  LogIsCompleted() {
    super("log-is-completed", "This log is completed already.");
  }
}
