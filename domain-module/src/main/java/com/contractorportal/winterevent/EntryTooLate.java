package com.contractorportal.winterevent;

import com.contractorportal.rule.Conflict;

/** Crews that were offline are heard for 72 hours after an event's end, and no longer. */
public final class EntryTooLate extends Conflict {

  private static final long serialVersionUID = 1L;

  EntryTooLate() {
    super(
        "entry-too-late",
        "This event was closed more than 72 hours ago and takes no more entries.");
  }
}
