package com.contractorportal.worklog;

import com.contractorportal.text.Lines;
import com.contractorportal.text.OneLine;
import com.contractorportal.winterevent.Work;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Work that begins, or that was done.
 *
 * @param eventId for which winter event
 * @param propertyId where
 * @param memberId who works; the acting person if not given
 * @param work what is done
 * @param equipment with what; optional
 * @param startedAt when it began; when it was captured if not given
 * @param endedAt when it ended; while it is not known, the log is open
 * @param depthCm depth of the snow in centimetres; optional
 * @param material what was spread; optional
 * @param materialQuantity how much of it, in {@code materialUnit}; the two come together
 * @param passes how often the place was gone over; optional
 * @param notes optional
 * @param capturedAt when a device that was offline wrote this down; now if not given
 */
public record WorkLogDraft(
    @NotNull(message = "Say for which event the work is done.") UUID eventId,
    @NotNull(message = "Say at which property the work is done.") UUID propertyId,
    UUID memberId,
    @NotNull(message = "Choose the work: PLOW, SHOVEL, SALT, SAND, DEICE, INSPECT or OTHER.")
        Work work,
    @Size(max = 80, message = "An equipment has at most 80 characters.") @OneLine String equipment,
    Instant startedAt,
    Instant endedAt,
    @DecimalMin(value = "0", message = "A depth cannot be negative.")
        @DecimalMax(value = "1000", message = "A depth is at most 1,000 cm.")
        @Digits(
            integer = 4,
            fraction = 1,
            message = "A depth is a number of centimetres with at most one decimal.")
        BigDecimal depthCm,
    @Size(max = 40, message = "A material has at most 40 characters.") @OneLine String material,
    @DecimalMin(value = "0", message = "A quantity cannot be negative.")
        @Digits(
            integer = 8,
            fraction = 2,
            message = "A quantity has at most eight digits and two decimals.")
        BigDecimal materialQuantity,
    MaterialUnit materialUnit,
    @Min(value = 1, message = "There is at least one pass.")
        @Max(value = 1000, message = "There are at most 1,000 passes.")
        Integer passes,
    @Size(max = 2000, message = "Notes have at most 2,000 characters.") @Lines String notes,
    Instant capturedAt) {

  WorkLogContents contents(Instant start) {
    return new WorkLogContents(
        work,
        equipment,
        startedAt == null ? start : startedAt,
        endedAt,
        depthCm,
        material,
        materialQuantity,
        materialUnit,
        passes,
        notes);
  }
}
