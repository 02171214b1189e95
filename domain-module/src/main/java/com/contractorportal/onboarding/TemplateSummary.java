package com.contractorportal.onboarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A template in a list of them. */
public record TemplateSummary(
    UUID id, String name, Optional<String> description, int version, Instant updatedAt) {}
