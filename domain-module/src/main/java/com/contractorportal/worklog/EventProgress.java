package com.contractorportal.worklog;

import com.contractorportal.winterevent.WinterEventView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far the work for a winter event is. A log that has a correction does not count, the
 * correction does; what was rejected counts as a log, and not as work.
 *
 * @param properties of the properties in service, and of those where work was logged for the event
 * @param routes the same route by route, by name; last, without a route, what is on none
 * @param members those who logged work, by name
 * @param minutes how long completed and approved work took
 * @param material what was spread in completed and approved work
 */
public record EventProgress(
    WinterEventView event,
    Properties properties,
    List<RouteProgress> routes,
    List<MemberProgress> members,
    long minutes,
    List<Material> material,
    Logs logs) {

  /**
   * How many properties.
   *
   * @param done where work is completed, and none is under way
   * @param open where work is under way
   * @param untouched where neither is the case
   */
  public record Properties(int done, int open, int untouched, int total) {}

  /** The stops of one route; without an id, what is on no route. */
  public record RouteProgress(
      Optional<UUID> routeId, Optional<String> name, int done, int open, int untouched) {}

  /**
   * What one member logged.
   *
   * @param logs how many
   * @param open how many of them are open
   * @param minutes how long completed and approved work took
   */
  public record MemberProgress(UUID memberId, String name, int logs, int open, long minutes) {}

  /** How much of one material was spread. */
  public record Material(String material, MaterialUnit unit, BigDecimal quantity) {}

  /** How many logs stand where in their life. */
  public record Logs(int open, int completed, int approved, int rejected) {}
}
