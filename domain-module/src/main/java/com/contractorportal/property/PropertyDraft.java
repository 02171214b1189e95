package com.contractorportal.property;

import com.contractorportal.rule.InvalidField;
import com.contractorportal.text.Lines;
import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a property shall be.
 *
 * @param name what crews call it
 * @param street street and number
 * @param unit apartment, suite or building; optional
 * @param city optional: rural addresses may have none
 * @param state optional
 * @param postalCode optional
 * @param latitude degrees north, WGS 84; given together with the longitude or not at all
 * @param longitude degrees east, WGS 84
 * @param kind what stands there; {@code OTHER} if not given
 * @param areaM2 area to clear in square metres; optional
 * @param triggerDepthCm snow depth in centimetres at which service starts; optional
 * @param siteNotes hazards, gate codes, places for snow piles; optional
 * @param status {@code ACTIVE} if not given
 * @param externalRef what the customer's other systems call it, taken literally; optional, and no
 *     two properties share one
 */
public record PropertyDraft(
    @NotBlank(message = "Give the property a name.")
        @Size(max = 160, message = "A name has at most 160 characters.")
        @OneLine
        String name,
    @NotBlank(message = "Give the street and number.")
        @Size(max = 160, message = "A street has at most 160 characters.")
        @OneLine
        String street,
    @Size(max = 40, message = "A unit has at most 40 characters.") @OneLine String unit,
    @Size(max = 80, message = "A city has at most 80 characters.") @OneLine String city,
    @Size(max = 40, message = "A state has at most 40 characters.") @OneLine String state,
    @Size(max = 16, message = "A postal code has at most 16 characters.") @OneLine
        String postalCode,
    @DecimalMin(value = "-90", message = "A latitude lies between -90 and 90 degrees.")
        @DecimalMax(value = "90", message = "A latitude lies between -90 and 90 degrees.")
        @Digits(
            integer = 3,
            fraction = MOST_DECIMALS,
            message = "A latitude has at most " + MOST_DECIMALS + " decimals.")
        BigDecimal latitude,
    @DecimalMin(value = "-180", message = "A longitude lies between -180 and 180 degrees.")
        @DecimalMax(value = "180", message = "A longitude lies between -180 and 180 degrees.")
        @Digits(
            integer = 3,
            fraction = MOST_DECIMALS,
            message = "A longitude has at most " + MOST_DECIMALS + " decimals.")
        BigDecimal longitude,
    PropertyKind kind,
    @DecimalMin(value = "0", message = "An area cannot be negative.")
        @Digits(
            integer = 10,
            fraction = 2,
            message = "An area is a number of square metres with at most two decimals.")
        BigDecimal areaM2,
    @DecimalMin(value = "0", message = "A trigger depth cannot be negative.")
        @DecimalMax(value = "500", message = "A trigger depth is at most 500 cm.")
        @Digits(
            integer = 3,
            fraction = 1,
            message = "A trigger depth is a number of centimetres with at most one decimal.")
        BigDecimal triggerDepthCm,
    @Size(max = 2000, message = "Site notes have at most 2,000 characters.") @Lines
        String siteNotes,
    PropertyStatus status,
    @Size(max = 80, message = "An external reference has at most 80 characters.") @OneLine
        String externalRef) {

  /**
   * More than any device tells. Unbounded, a number as short as 1e-99999999 would be rounded for
   * hours.
   */
  private static final int MOST_DECIMALS = 30;

  /** About eleven centimetres: what the column keeps. */
  private static final int COORDINATE_DECIMALS = 6;

  private static final int AREA_DECIMALS = 2;
  private static final int DEPTH_DECIMALS = 1;

  /**
   * The same as it is kept: without blanks around, with what holds if nothing is given.
   *
   * @throws InvalidField if it is half a position
   */
  PropertyDraft normal() {
    if ((latitude == null) != (longitude == null)) {
      throw new InvalidField(
          latitude == null ? "latitude" : "longitude",
          "Give both latitude and longitude, or neither.");
    }
    return new PropertyDraft(
        name.strip(),
        street.strip(),
        textOrNull(unit),
        textOrNull(city),
        textOrNull(state),
        textOrNull(postalCode),
        rounded(latitude, COORDINATE_DECIMALS),
        rounded(longitude, COORDINATE_DECIMALS),
        kind == null ? PropertyKind.OTHER : kind,
        rounded(areaM2, AREA_DECIMALS),
        rounded(triggerDepthCm, DEPTH_DECIMALS),
        textOrNull(siteNotes),
        status == null ? PropertyStatus.ACTIVE : status,
        textOrNull(externalRef));
  }

  private static String textOrNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static BigDecimal rounded(BigDecimal number, int decimals) {
    return number == null ? null : number.setScale(decimals, RoundingMode.HALF_UP);
  }
}
