package com.contractorportal.weather;

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
 * What a row of a file tells of the weather; whatever is not known is {@code null}.
 *
 * @param observedAt when the hour or day began
 */
record Reading(
    @NotBlank(message = "Name the place.")
        @Size(max = 80, message = "A place has at most 80 characters.")
        @OneLine
        String place,
    @DecimalMin(value = "-90", message = "A latitude lies between -90 and 90.")
        @DecimalMax(value = "90", message = "A latitude lies between -90 and 90.")
        BigDecimal latitude,
    @DecimalMin(value = "-180", message = "A longitude lies between -180 and 180.")
        @DecimalMax(value = "180", message = "A longitude lies between -180 and 180.")
        BigDecimal longitude,
    @NotNull(message = "Say when this was observed.") Instant observedAt,
    @NotNull(message = "Say when this was observed.") Period period,
    @DecimalMin(value = "0", message = "Precipitation cannot be negative.")
        @DecimalMax(value = "2000", message = "Precipitation is at most 2,000 mm.")
        @Digits(
            integer = 5,
            fraction = 2,
            message = "Precipitation is millimetres of water with at most two decimals.")
        BigDecimal precipitationMm,
    @DecimalMin(value = "0", message = "Snowfall cannot be negative.")
        @DecimalMax(value = "500", message = "Snowfall is at most 500 cm.")
        @Digits(
            integer = 3,
            fraction = 1,
            message = "Snowfall is centimetres with at most one decimal.")
        BigDecimal snowfallCm,
    @DecimalMin(value = "-100", message = "A temperature is at least -100 °C.")
        @DecimalMax(value = "70", message = "A temperature is at most 70 °C.")
        @Digits(
            integer = 3,
            fraction = 2,
            message = "A temperature is degrees Celsius with at most two decimals.")
        BigDecimal temperatureMaxC,
    @DecimalMin(value = "-100", message = "A temperature is at least -100 °C.")
        @DecimalMax(value = "70", message = "A temperature is at most 70 °C.")
        @Digits(
            integer = 3,
            fraction = 2,
            message = "A temperature is degrees Celsius with at most two decimals.")
        BigDecimal temperatureMinC,
    @DecimalMin(value = "0", message = "A wind speed cannot be negative.")
        @DecimalMax(value = "150", message = "A wind speed is at most 150 m/s.")
        @Digits(
            integer = 3,
            fraction = 2,
            message = "A wind speed is metres a second with at most two decimals.")
        BigDecimal windMs,
    @Size(max = 20, message = "The weather has at most 20 characters.") @OneLine String conditions,
    @NotBlank(message = "Name the source.") String source) {}
