package com.contractorportal.property;

import com.contractorportal.rule.InvalidField;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of the map in degrees (WGS 84), its edges included. Where {@code west} is greater than
 * {@code east} it reaches across the antimeridian, as in GeoJSON (RFC 7946, 5.2).
 */
public record BoundingBox(BigDecimal west, BigDecimal south, BigDecimal east, BigDecimal north) {

  /** Bounded, so that no client can write a gigantic number. */
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?");

  private static final BigDecimal MOST_NORTH = BigDecimal.valueOf(90);
  private static final BigDecimal MOST_EAST = BigDecimal.valueOf(180);

  /**
   * Reads {@code minLon,minLat,maxLon,maxLat}.
   *
   * @throws InvalidField if that is not four numbers, or no place on Earth is between them
   */
  public static BoundingBox parse(String text) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (parts.size() != 4 || !parts.stream().allMatch(part -> DEGREES.matcher(part).matches())) {
      throw new InvalidField("bbox", "Give four numbers of degrees: minLon,minLat,maxLon,maxLat.");
    }
    List<BigDecimal> degrees = parts.stream().map(BigDecimal::new).toList();
    BoundingBox box =
        new BoundingBox(degrees.get(0), degrees.get(1), degrees.get(2), degrees.get(3));
    box.check();
    return box;
  }

  private void check() {
    if (beyond(south, MOST_NORTH) || beyond(north, MOST_NORTH)) {
      throw new InvalidField("bbox", "A latitude lies between -90 and 90 degrees.");
    }
    if (beyond(west, MOST_EAST) || beyond(east, MOST_EAST)) {
      throw new InvalidField("bbox", "A longitude lies between -180 and 180 degrees.");
    }
    if (south.compareTo(north) > 0) {
      throw new InvalidField("bbox", "The second number, minLat, is at most the fourth, maxLat.");
    }
  }

  private static boolean beyond(BigDecimal degrees, BigDecimal most) {
    return degrees.abs().compareTo(most) > 0;
  }

  /** Whether it lies on both sides of the antimeridian. */
  boolean crossesAntimeridian() {
    return west.compareTo(east) > 0;
  }
}
