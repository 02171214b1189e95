package com.contractorportal.leaving;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Which bundle is to become a new customer.
 *
 * @param file its name in the folder {@code incoming} of the store
 * @param plan the new customer's plan
 */
public record BundleImportRequest(
    @NotNull(message = "Name the file.")
        @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.zip",
            message = "Name a zip file that lies in the folder incoming of the store.")
        String file,
    @NotBlank(message = "Choose a plan.") String plan) {}
