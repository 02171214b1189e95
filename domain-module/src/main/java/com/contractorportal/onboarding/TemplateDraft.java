package com.contractorportal.onboarding;

import com.contractorportal.text.Lines;
import com.contractorportal.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a template shall be.
 *
 * @param name what operators call it; no two templates share one
 * @param description for whom it is; optional
 */
public record TemplateDraft(
    @NotBlank(message = "Give the template a name.")
        @Size(max = 120, message = "A name has at most 120 characters.")
        @OneLine
        String name,
    @Size(max = 500, message = "A description has at most 500 characters.") @Lines
        String description,
    @NotNull(message = "Say what a customer starts with.") @Valid TemplateContent content) {}
