package com.contractorportal.winterevent;

import com.contractorportal.rule.Conflict;

/** Only an active event can be closed, and only it takes work. */
public final class EventIsNotActive extends Conflict {

  private static final long serialVersionUID = 1L;

  EventIsNotActive() {
    super(
        "event-is-not-active",
        "This event is not active: it can neither be closed nor take work. Activate it first, or cancel it if it did not come.");
  }
}
