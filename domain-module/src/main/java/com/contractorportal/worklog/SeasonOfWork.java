package com.contractorportal.worklog;

import com.contractorportal.winterevent.EventKind;
import com.contractorportal.winterevent.EventStatus;
import com.contractorportal.worklog.EventProgress.Logs;
import com.contractorportal.worklog.EventProgress.Material;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was done in a season, event by event.
 *
 * @param start its first instant
 * @param end the first instant that is not in it
 * @param events those that began in it, the latest first, at most 200
 */
public record SeasonOfWork(Instant start, Instant end, List<Event> events) {

  /**
   * One winter event; logs, minutes and material are counted as in {@link EventProgress}.
   *
   * @param late how many of its completed logs came after it was closed, and wait for the office
   */
  public record Event(
      UUID id,
      String name,
      EventKind kind,
      EventStatus status,
      Instant startsAt,
      Optional<Instant> endsAt,
      Optional<BigDecimal> measuredDepthCm,
      Logs logs,
      int late,
      long minutes,
      List<Material> material) {}
}
