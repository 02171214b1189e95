package com.contractorportal.winterevent;

import com.contractorportal.rule.Conflict;

/** An event that took place stays on record. */
public final class EventIsHistory extends Conflict {

  private static final long serialVersionUID = 1L;

  EventIsHistory() {
    super(
        "event-is-history",
        "This event took place and stays on record; only planned and cancelled events can be deleted.");
  }
}
