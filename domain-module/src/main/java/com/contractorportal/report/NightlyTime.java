package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When a date's night is: at the same time of day everywhere, so at another instant in each time
 * zone. Every date has one such instant in every zone, on days too on which clocks change.
 */
@ApplicationScoped
public class NightlyTime {

  private static final String OFF = "off";

  private final LocalTime time;
  private final boolean off;

  /**
   * @param setting a local time of day, or {@code off}: nights are then started by operators only,
   *     and a date that they ask for ends at {@code 02:00}
   */
  @Inject
  NightlyTime(
      @ConfigProperty(name = "portal.report.nightly.at", defaultValue = "02:00") String setting) {
    off = setting.equalsIgnoreCase(OFF);
    time = LocalTime.parse(off ? "02:00" : setting);
  }

  /** For the container's proxy only. */
  protected NightlyTime() {
    time = null;
    off = true;
  }

  /** Whether no night comes by itself. */
  public boolean isOff() {
    return off;
  }

  /**
   * The instant of a date's night. A time that clocks skip is the end of the gap, one that they
   * show twice is the first of the two.
   */
  public Instant of(LocalDate date, ZoneId zone) {
    LocalDateTime local = date.atTime(time);
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition change = rules.getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.toInstant(rules.getValidOffsets(local).get(0));
  }

  /** The newest date whose night has come by then. */
  LocalDate lastDue(Instant now, ZoneId zone) {
    LocalDate date =
        LocalDate.ofInstant(now, zone).plusDays(1); // Clocks may go back over midnight.
    while (of(date, zone).isAfter(now)) {
      date = date.minusDays(1);
    }
    return date;
  }

  /**
   * A time zone as customers have it. Whoever has one that is not known gets nights, and failures
   * that tell so, by UTC.
   */
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}
