package com.contractorportal.worklog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far the work for a winter event is at one property.
 *
 * @param since OPEN: since when somebody works there; DONE: when the last work ended; PROBLEM: when
 *     the last log was rejected; of an untouched one nothing
 * @param routeIds the routes on which it is a stop
 * @param memberIds those who logged work there for the event
 * @param logs how many logs of the event there are
 * @param open how many of them are open
 */
public record EventProperty(
    UUID id,
    String name,
    String street,
    Optional<String> city,
    Optional<BigDecimal> latitude,
    Optional<BigDecimal> longitude,
    State state,
    Optional<Instant> since,
    List<UUID> routeIds,
    List<UUID> memberIds,
    int logs,
    int open) {

  /** The first that is the case, from the last on; the API shows the name. */
  public enum State {
    /** Nobody logged work. */
    UNTOUCHED,

    /** Work is completed or approved, and none is under way. */
    DONE,

    /** Work is under way. */
    OPEN,

    /** The office rejected a log, and nobody has put it right. */
    PROBLEM
  }
}
