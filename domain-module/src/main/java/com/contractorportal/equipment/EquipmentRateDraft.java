package com.contractorportal.equipment;

import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a rate shall be.
 *
 * @param equipment what people call it; letter case does not matter
 * @param hourlyRate what an hour of it costs
 * @param currency by its code of ISO 4217
 * @param validFrom the first day
 * @param validTo the last day; without end if not given
 */
public record EquipmentRateDraft(
    @NotBlank(message = "Name the equipment.")
        @Size(max = 80, message = "An equipment's name has at most 80 characters.")
        @OneLine
        String equipment,
    @NotNull(message = "Say what an hour costs.")
        @DecimalMin(value = "0", message = "A rate cannot be negative.")
        @Digits(
            integer = 8,
            fraction = 2,
            message = "A rate is an amount below 100,000,000 with at most two decimals.")
        BigDecimal hourlyRate,
    @NotNull(message = "Name the currency.")
        @Pattern(regexp = "[A-Z]{3}", message = "Use a currency's code of ISO 4217, USD say.")
        @OneLine
        String currency,
    @NotNull(message = "Say from which day the rate holds.") LocalDate validFrom,
    LocalDate validTo) {}
