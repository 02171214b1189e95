package com.contractorportal.onboarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A template with all that is in it. */
public record TemplateView(
    UUID id,
    String name,
    Optional<String> description,
    TemplateContent content,
    int version,
    Instant createdAt,
    Instant updatedAt) {}
