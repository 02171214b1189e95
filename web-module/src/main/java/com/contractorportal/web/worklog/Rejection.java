package com.contractorportal.web.worklog;

import com.contractorportal.text.Lines;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why the office does not agree.
 *
 * @param reason what is wrong with the log
 */
public record Rejection(
    @NotBlank(message = "Say what is wrong with the log.")
        @Size(max = 500, message = "A reason has at most 500 characters.")
        @Lines
        String reason) {}
