package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;

/** A work log is closed before it is approved or rejected. */
public final class LogIsOpen extends Conflict {

  private static final long serialVersionUID = 1L;

  LogIsOpen() {
    super("log-is-open", "This log is open. Complete it first.");
  }
}
