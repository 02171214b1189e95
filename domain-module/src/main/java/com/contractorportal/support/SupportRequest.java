package com.contractorportal.support;

import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What an operator asks for who wants to see what a customer sees.
 *
 * @param reason the customer's administrators read it
 * @param minutes how long, at most an hour
 * @param write whether changes will be needed; reading only if not given
 */
public record SupportRequest(
    @NotBlank(message = "Say why; the company's administrators read it.")
        @Size(max = 500, message = "A reason has at most 500 characters.")
        @OneLine
        String reason,
    @NotNull(message = "Say for how many minutes, at most 60.")
        @Min(value = 1, message = "Ask for at least one minute.")
        @Max(value = 60, message = "Support access lasts at most 60 minutes.")
        Integer minutes,
    Boolean write) {}
