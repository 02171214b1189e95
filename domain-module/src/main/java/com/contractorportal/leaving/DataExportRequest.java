package com.contractorportal.leaving;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What a customer's data is wanted as.
 *
 * @param format {@code zip}, the one there is
 */
public record DataExportRequest(
    @NotNull(message = "The format must be zip.")
        @Pattern(regexp = "zip", message = "The format must be zip.")
        String format) {}
