package com.contractorportal.report;

import com.contractorportal.customer.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What is measured, and how it is shown in metric and in imperial units. The factors are the exact
 * ones of the international foot, pound and US gallon (NIST Handbook 44, Appendix C).
 */
enum Measure {
  /** Snow; kept in centimetres. */
  DEPTH("cm", 1, "in", 1, "0.393700787401575", "0"),
  /** Precipitation; kept in millimetres. */
  PRECIPITATION("mm", 2, "in", 2, "0.0393700787401575", "0"),
  /** Kept in degrees Celsius. */
  TEMPERATURE("c", 1, "f", 1, "1.8", "32"),
  /** Kept in square metres. */
  AREA("m2", 2, "ft2", 2, "10.7639104167097", "0"),
  /** Kept in metres. */
  DISTANCE("m", 0, "ft", 0, "3.28083989501312", "0"),
  /** Kept in kilograms. */
  MASS("kg", 2, "lb", 2, "2.20462262184878", "0"),
  /** Kept in litres. */
  VOLUME("l", 2, "gal", 2, "0.264172052358148", "0"),
  /** Material on an area; kept in grams on a square metre. */
  SPREAD("g_per_m2", 2, "lb_per_1000_ft2", 2, "0.204816143622518", "0");

  private final String metric;
  private final int metricDecimals;
  private final String imperial;
  private final int imperialDecimals;
  private final BigDecimal factor;
  private final BigDecimal offset;

  Measure(
      String metric,
      int metricDecimals,
      String imperial,
      int imperialDecimals,
      String factor,
      String offset) {
    this.metric = metric;
    this.metricDecimals = metricDecimals;
    this.imperial = imperial;
    this.imperialDecimals = imperialDecimals;
    this.factor = new BigDecimal(factor);
    this.offset = new BigDecimal(offset);
  }

  /** How the unit is called in the name of a column. */
  String unit(Units units) {
    return units == Units.IMPERIAL ? imperial : metric;
  }

  int decimals(Units units) {
    return units == Units.IMPERIAL ? imperialDecimals : metricDecimals;
  }

  /**
   * @param kept in the metric unit
   */
  BigDecimal shown(BigDecimal kept, Units units) {
    BigDecimal value =
        units == Units.IMPERIAL
            ? kept.multiply(factor, MathContext.DECIMAL64).add(offset, MathContext.DECIMAL64)
            : kept;
    return value.setScale(decimals(units), RoundingMode.HALF_UP);
  }
}
