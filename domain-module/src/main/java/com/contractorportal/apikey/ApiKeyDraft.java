package com.contractorportal.apikey;

import com.contractorportal.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * What a new API key shall be.
 *
 * @param name which program will use it
 * @param scopes what it may do, for instance {@code properties:read}
 * @param expiresAt when it ends by itself, at most two years from now
 */
public record ApiKeyDraft(
    @NotBlank(message = "Name the program that will use the key.")
        @Size(max = 120, message = "A name has at most 120 characters.")
        @OneLine
        String name,
    @NotEmpty(message = "Name at least one scope, properties:read say.")
        @Size(max = 50, message = "There are fewer scopes than that.")
        List<@NotNull(message = "Leave no scope empty.") String> scopes,
    @NotNull(message = "Say when the key ends, at most two years from now.") Instant expiresAt) {}
