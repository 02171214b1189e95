package com.contractorportal.winterevent;

import com.contractorportal.rule.Conflict;
import java.time.Instant;
import java.util.Optional;

/** Work belongs to an event that was active when it began. */
public final class StartOutsideEvent extends Conflict {

  private static final long serialVersionUID = 1L;

  StartOutsideEvent(Instant from, Optional<Instant> until) {
    super(
        "start-outside-event",
        until.isPresent()
            ? "The event was active from %s to %s; work for it starts then."
            : "The event was active from %s; work for it starts then.",
        from,
        until.orElse(null));
  }
}
