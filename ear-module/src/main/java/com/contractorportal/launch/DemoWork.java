package com.contractorportal.launch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What a crew did in one winter event of the demonstration: from the first stop of their routes to
 * the last, each as long as its place takes, and on icy ground with salt. Plausible, and the same
 * at every load.
 */
final class DemoWork {

  private static final Duration SETTING_OUT = Duration.ofMinutes(10);

  /** How long ago somebody is at work who still is, at the most. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(15);

  /**
   * One log.
   *
   * @param place which property, by its index
   * @param endedAt {@code null} while the work goes on
   * @param saltKg {@code null} where none was spread
   */
  record Log(
      int place,
      String work,
      String status,
      Instant startedAt,
      Instant endedAt,
      BigDecimal saltKg,
      int passes) {}

  private DemoWork() {}

  /**
   * @param stops the places in the order of driving
   * @param latest whether this is the last event that is over: the office has not seen all of it
   */
  static List<Log> of(DemoSeason.Event event, List<Integer> stops, Instant now, boolean latest) {
    List<Log> logs = new ArrayList<>();
    if (event.status().equals("PLANNED")) {
      return logs;
    }
    boolean goesOn = event.status().equals("ACTIVE");
    Instant end = goesOn ? now.minus(UNDER_WAY) : event.endsAt();
    Instant at = event.startsAt().plus(SETTING_OUT);
    for (int place : stops) {
      int dice = dice(event.name(), place);
      Instant done = at.plus(Duration.ofMinutes(9 + dice % 14));
      if (done.isAfter(end)) {
        break;
      }
      boolean icy = event.kind().equals("MIXED") && dice % 3 == 0;
      logs.add(
          new Log(
              place,
              icy ? "SALT" : dice % 5 == 0 ? "SHOVEL" : "PLOW",
              status(goesOn, latest, dice),
              at,
              done,
              icy ? BigDecimal.valueOf(20 + dice % 60) : null,
              1 + dice % 2));
      at = done.plus(Duration.ofMinutes(3 + dice % 5));
    }
    if (goesOn && logs.size() < stops.size()) {
      logs.add(
          new Log(
              stops.get(logs.size()),
              "PLOW",
              "OPEN",
              now.minus(UNDER_WAY.dividedBy(2)),
              null,
              null,
              1));
    }
    return logs;
  }

  private static String status(boolean goesOn, boolean latest, int dice) {
    if (goesOn) {
      return "COMPLETED";
    }
    if (latest) {
      return dice % 11 == 0 ? "REJECTED" : dice % 2 == 0 ? "COMPLETED" : "APPROVED";
    }
    return "APPROVED";
  }

  private static int dice(String event, int place) {
    CRC32 sum = new CRC32();
    sum.update((event + place).getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % 10_000);
  }
}
