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

/**
 * What a work log shall say, of the same event, property and member; the fields are those of {@link
 * WorkLogDraft}.
 *
 * @param endedAt none while the log is open, and given ever after
 */
public record WorkLogContents(
    @NotNull(message = "Choose the work: PLOW, SHOVEL, SALT, SAND, DEICE, INSPECT or OTHER.")
        Work work,
    @Size(max = 80, message = "An equipment has at most 80 characters.") @OneLine String equipment,
    @NotNull(message = "Say when the work began.") Instant startedAt,
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
    @Size(max = 2000, message = "Notes have at most 2,000 characters.") @Lines String notes) {}
