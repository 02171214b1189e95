package com.contractorportal.checkin;

import com.contractorportal.text.Lines;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody comes or goes.
 *
 * @param kind which of the two
 * @param memberId who; the acting person if not given
 * @param propertyId at which property; optional, as crews check in at the depot too
 * @param capturedAt when a device that was offline wrote this down; now if not given
 * @param latitude where the device was, in degrees; comes with the longitude or not at all
 * @param accuracyM how many metres the position may be off; optional
 * @param note optional
 */
public record CheckInDraft(
    @NotNull(message = "Say whether you come or go: IN or OUT.") CheckInKind kind,
    UUID memberId,
    UUID propertyId,
    Instant capturedAt,
    @Digits(
            integer = Integer.MAX_VALUE,
            fraction = MOST_DECIMALS,
            message = "A position has at most " + MOST_DECIMALS + " decimals.")
        BigDecimal latitude,
    @Digits(
            integer = Integer.MAX_VALUE,
            fraction = MOST_DECIMALS,
            message = "A position has at most " + MOST_DECIMALS + " decimals.")
        BigDecimal longitude,
    @DecimalMin(value = "0", message = "An accuracy cannot be negative.")
        @Digits(
            integer = 8,
            fraction = 10,
            message = "An accuracy is a number of metres with at most eight digits.")
        BigDecimal accuracyM,
    @Size(max = 500, message = "A note has at most 500 characters.") @Lines String note) {

  /** More than any device tells; rounding a number of a million decimals would take minutes. */
  private static final int MOST_DECIMALS = 20;
}
