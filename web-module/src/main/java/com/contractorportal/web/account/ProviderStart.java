package com.contractorportal.web.account;

import jakarta.validation.constraints.Size;

/**
 * A sign-in by the provider that begins.
 *
 * @param next the screen to go to afterwards, as a path
 */
public record ProviderStart(
    @Size(max = 1000, message = "An address of a screen has at most 1000 characters.")
        String next) {}
