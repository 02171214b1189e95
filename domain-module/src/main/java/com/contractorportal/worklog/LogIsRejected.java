package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;

/** What was rejected is put right before anybody approves it. */
public final class LogIsRejected extends Conflict {

  private static final long serialVersionUID = 1L;

  LogIsRejected() {
    super(
        "log-is-rejected",
        "This log was rejected. It is completed again before it can be approved or rejected.");
  }
}
