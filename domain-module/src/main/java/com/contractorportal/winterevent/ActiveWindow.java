package com.contractorportal.winterevent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When crews worked for an event, and what may therefore be told of it, and until when.
 *
 * @param status how the event stands now
 * @param from since when it was active; empty if it never was
 * @param until when it was closed; empty if it is not
 */
public record ActiveWindow(EventStatus status, Optional<Instant> from, Optional<Instant> until) {

  /** How long after closing crews that were offline are still heard. */
  public static final Duration GRACE = Duration.ofHours(72);

  /** How wrong the clock of a phone may be. */
  private static final Duration AHEAD = Duration.ofHours(24);

  /**
   * Takes what crews captured, or refuses it.
   *
   * @param capturedAt when they did so, by their own clock
   * @param receivedAt when the portal heard of it
   * @return whether it comes late: the event is closed already
   * @throws EventIsNotActive if the event is not active, and was not at that time
   * @throws EntryTooLate if the event was closed more than 72 hours ago
   * @throws TimeTooFarAhead if that time is yet to come
   */
  public boolean admits(Instant capturedAt, Instant receivedAt) {
    checkNotAhead("capturedAt", capturedAt, receivedAt);
    switch (status) {
      case PLANNED, CANCELLED -> throw new EventIsNotActive();
      case ACTIVE -> {
        return false;
      }
      case CLOSED -> {
        if (!contains(capturedAt)) {
          throw new EventIsNotActive();
        }
        if (receivedAt.isAfter(until.orElseThrow().plus(GRACE))) {
          throw new EntryTooLate();
        }
        return true;
      }
    }
    throw new IllegalStateException("An event is " + status + ".");
  }

  /**
   * Work belongs to an event that was active when it began.
   *
   * @throws EventIsNotActive if the event never was active
   * @throws StartOutsideEvent if it was not at that time
   */
  public void checkStart(Instant startedAt) {
    if (from.isEmpty()) {
      throw new EventIsNotActive();
    }
    if (!contains(startedAt)) {
      throw new StartOutsideEvent(from.get(), until);
    }
  }

  /**
   * Clocks may be wrong, but not by a day.
   *
   * @param field what the request calls the time
   * @throws TimeTooFarAhead if the time is more than 24 hours from now
   */
  public static void checkNotAhead(String field, Instant time, Instant now) {
    if (time.isAfter(now.plus(AHEAD))) {
      throw new TimeTooFarAhead(field);
    }
  }

  private boolean contains(Instant time) {
    return from.filter(begin -> !time.isBefore(begin)).isPresent()
        && until.filter(time::isAfter).isEmpty();
  }
}
