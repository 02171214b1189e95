package com.contractorportal.worklog;

import com.contractorportal.winterevent.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which work logs are wanted.
 *
 * @param from those that began at this time or later
 * @param to those that began before this time
 * @param late those that came after their event was closed, or those that came in time
 */
public record WorkLogFilter(
    Optional<UUID> eventId,
    Optional<UUID> propertyId,
    Optional<UUID> memberId,
    Optional<WorkLogStatus> status,
    Optional<Work> work,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Boolean> late) {

  /** The same, but only those that are open. */
  WorkLogFilter open() {
    return new WorkLogFilter(
        eventId, propertyId, memberId, Optional.of(WorkLogStatus.OPEN), work, from, to, late);
  }

  WorkLogFilter of(UUID member) {
    return new WorkLogFilter(
        eventId, propertyId, Optional.of(member), status, work, from, to, late);
  }
}
