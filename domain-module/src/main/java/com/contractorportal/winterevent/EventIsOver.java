package com.contractorportal.winterevent;

import com.contractorportal.rule.Conflict;

/** The event's present status does not allow what was asked. */
public final class EventIsOver extends Conflict {

  private static final long serialVersionUID = 1L;

  EventIsOver(EventStatus status) {
    super(
        "event-is-over",
        status == EventStatus.CANCELLED
            ? "This event is cancelled and can no longer change its course."
            : "This event is closed and can no longer change its course.");
  }
}
