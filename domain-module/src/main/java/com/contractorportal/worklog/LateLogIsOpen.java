package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;

/** A closed event takes no new work, only work that was done. */
public final class LateLogIsOpen extends Conflict {

  private static final long serialVersionUID = 1L;

  LateLogIsOpen() {
    super("late-log-is-open", "The event is closed, so the work is over. Say when it ended.");
  }
}
