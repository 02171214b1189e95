package com.contractorportal.winterevent;

import com.contractorportal.text.Lines;
import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a winter event shall be.
 *
 * @param name what people call it
 * @param kind what falls or forms
 * @param startsAt when it starts
 * @param endsAt when it ends, after its start; optional
 * @param forecastDepthCm forecast depth in centimetres; optional
 * @param measuredDepthCm measured depth in centimetres; optional
 * @param notes optional
 */
public record WinterEventDraft(
    @NotBlank(message = "Give the event a name.")
        @Size(max = 120, message = "A name has at most 120 characters.")
        @OneLine
        String name,
    @NotNull(message = "Choose a kind: SNOW, ICE, FREEZING_RAIN or MIXED.") EventKind kind,
    @NotNull(message = "Say when the event starts.") Instant startsAt,
    Instant endsAt,
    @DecimalMin(value = "0", message = "A depth cannot be negative.")
        @DecimalMax(value = "1000", message = "A depth is at most 1,000 cm.")
        @Digits(
            integer = 4,
            fraction = 1,
            message = "A depth is a number of centimetres with at most one decimal.")
        BigDecimal forecastDepthCm,
    @DecimalMin(value = "0", message = "A depth cannot be negative.")
        @DecimalMax(value = "1000", message = "A depth is at most 1,000 cm.")
        @Digits(
            integer = 4,
            fraction = 1,
            message = "A depth is a number of centimetres with at most one decimal.")
        BigDecimal measuredDepthCm,
    @Size(max = 2000, message = "Notes have at most 2,000 characters.") @Lines String notes) {}
