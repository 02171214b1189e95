package com.contractorportal.leaving;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a customer is to be erased.
 *
 * @param reason for the platform's audit trail
 */
public record ErasureRequest(
    @NotBlank(message = "Say why the customer is to be erased.")
        @Size(max = 500, message = "Say it in 500 characters at most.")
        String reason) {}
