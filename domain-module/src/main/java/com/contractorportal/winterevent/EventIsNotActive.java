package com.contractorportal.winterevent;

import com.contractorportal.rule.Conflict;

/** Only an active event can be closed. */
public final class EventIsNotActive extends Conflict {

  private static final long serialVersionUID = 1L;

  EventIsNotActive() {
    super(
        "event-is-not-active",
        "Only an active event can be closed. Activate it first, or cancel it if it did not come.");
  }
}
