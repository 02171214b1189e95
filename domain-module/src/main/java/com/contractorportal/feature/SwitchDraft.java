package com.contractorportal.feature;

import jakarta.validation.constraints.NotNull;

/** How a switch shall stand. */
public record SwitchDraft(
    @NotNull(message = "Say whether the feature is enabled: true or false.") Boolean enabled) {}
