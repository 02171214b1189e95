package com.contractorportal.winterevent;

import com.contractorportal.rule.Conflict;

/** An event that is happening can be neither deleted, cancelled nor activated once more. */
public final class EventIsActive extends Conflict {

  private static final long serialVersionUID = 1L;

  EventIsActive() {
    super("event-is-active", "This event is active. Close it when it is over.");
  }
}
