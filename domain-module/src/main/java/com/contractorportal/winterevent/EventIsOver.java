package com.contractorportal.winterevent;

import com.contractorportal.rule.Conflict;
import java.util.Locale;

/** The event's present status does not allow what was asked. */
public final class EventIsOver extends Conflict {

  private static final long serialVersionUID = 1L;

  EventIsOver(EventStatus status) {
    super(
        "event-is-over",
        "This event is "
            + status.name().toLowerCase(Locale.ROOT)
            + " and can no longer change its course.");
  }
}
