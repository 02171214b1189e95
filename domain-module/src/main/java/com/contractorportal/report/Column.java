package com.contractorportal.report;

import com.contractorportal.customer.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A column of a report: its name, as {@code measured_depth}, and what stands in its cells.
 *
 * @param name in words that an underscore joins; the unit is no part of it
 * @param type what its cells hold
 * @param measure in which units it is shown, if it is a measured quantity
 */
record Column(String name, Type type, Optional<Measure> measure) {

  private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

  /** What stands in a cell, as reports give it; {@code null} for nothing in all of them. */
  enum Type {
    /** {@code String}: what people typed; a {@code UUID}. */
    TEXT(Object.class, 0),
    /** {@code String}: a name of ours, as {@code FREEZING_RAIN}; people are shown a word for it. */
    CODE(String.class, 0),
    /** {@code Long} or {@code Integer}. */
    COUNT(Number.class, 0),
    /** {@code BigDecimal}, with two decimals. */
    NUMBER(BigDecimal.class, 2),
    /** {@code BigDecimal}: latitude or longitude, with six decimals. */
    DEGREES(BigDecimal.class, 6),
    /** {@code BigDecimal}: an amount; a column beside it names the currency. */
    MONEY(BigDecimal.class, 2),
    /** {@code BigDecimal} in the unit that is kept; shown in the customer's. */
    MEASURED(BigDecimal.class, 2),
    /** {@code Duration}; shown in hours with two decimals. */
    HOURS(Duration.class, 2),
    /** {@code Instant}; shown in the customer's time zone, in whole seconds. */
    TIME(Instant.class, 0),
    /** {@code LocalDate}. */
    DATE(LocalDate.class, 0),
    /** {@code Boolean}. */
    YES_NO(Boolean.class, 0);

    private final Class<?> given;
    private final int decimals;

    Type(Class<?> given, int decimals) {
      this.given = given;
      this.decimals = decimals;
    }
  }

  static Column text(String name) {
    return new Column(name, Type.TEXT, Optional.empty());
  }

  static Column code(String name) {
    return new Column(name, Type.CODE, Optional.empty());
  }

  static Column degrees(String name) {
    return new Column(name, Type.DEGREES, Optional.empty());
  }

  static Column count(String name) {
    return new Column(name, Type.COUNT, Optional.empty());
  }

  static Column number(String name) {
    return new Column(name, Type.NUMBER, Optional.empty());
  }

  static Column money(String name) {
    return new Column(name, Type.MONEY, Optional.empty());
  }

  static Column hours(String name) {
    return new Column(name, Type.HOURS, Optional.empty());
  }

  static Column time(String name) {
    return new Column(name, Type.TIME, Optional.empty());
  }

  static Column date(String name) {
    return new Column(name, Type.DATE, Optional.empty());
  }

  static Column yesNo(String name) {
    return new Column(name, Type.YES_NO, Optional.empty());
  }

  static Column measured(String name, Measure measure) {
    return new Column(name, Type.MEASURED, Optional.of(measure));
  }

  /** Its name for programs: {@code measured_depth_cm}. */
  String header(Units units) {
    return unit(units).map(unit -> name + "_" + unit).orElse(name);
  }

  /** Its name for people, as {@code Measured depth (cm)}. */
  String title(Units units, Words words) {
    String title = words.column(name);
    return unit(units).map(unit -> title + " (" + words.unit(unit) + ")").orElse(title);
  }

  int decimals(Units units) {
    return measure.map(it -> it.decimals(units)).orElse(type.decimals);
  }

  /** How its unit is called in {@link #header} and in {@link Words#unit}, if it has one. */
  Optional<String> unit(Units units) {
    return type == Type.HOURS ? Optional.of("hours") : measure.map(it -> it.unit(units));
  }

  /**
   * A value as all layouts show it: text; numbers in the customer's unit and rounded; hours as a
   * number; instants in whole seconds.
   *
   * @throws IllegalArgumentException if a report gave something else than its column says
   */
  Object shown(Object value, Units units) {
    if (value == null) {
      return null;
    }
    if (!type.given.isInstance(value)) {
      throw new IllegalArgumentException(
          "Column " + name + " holds " + type + ", not " + value.getClass().getSimpleName() + ".");
    }
    return switch (type) {
      case TEXT -> value instanceof UUID ? value.toString() : value;
      case CODE -> value;
      case COUNT -> ((Number) value).longValue();
      case NUMBER, DEGREES, MONEY ->
          ((BigDecimal) value).setScale(type.decimals, RoundingMode.HALF_UP);
      case MEASURED -> measure.orElseThrow().shown((BigDecimal) value, units);
      case HOURS -> hours((Duration) value);
      case TIME -> ((Instant) value).truncatedTo(ChronoUnit.SECONDS);
      case DATE, YES_NO -> value;
    };
  }

  private static BigDecimal hours(Duration duration) {
    return BigDecimal.valueOf(duration.toSeconds())
        .divide(SECONDS_AN_HOUR, Type.HOURS.decimals, RoundingMode.HALF_UP);
  }
}
