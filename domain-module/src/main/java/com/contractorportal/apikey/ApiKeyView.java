package com.contractorportal.apikey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An API key as the customer's administrators see it; its secret is shown to nobody.
 *
 * @param id the client id
 * @param scopes what it is good for, for instance {@code properties:read}
 * @param lastUsedAt up to a minute late; absent if it was never used
 */
public record ApiKeyView(
    UUID id,
    String name,
    List<String> scopes,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {}
