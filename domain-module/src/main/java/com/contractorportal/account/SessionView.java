package com.contractorportal.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One of a person's sessions as the person sees it.
 *
 * @param id by which it can be ended
 * @param current whether it is the one that asks
 * @param browser what people call the browser, for instance {@code Firefox (Windows)}
 * @param userAgent what the browser called itself when it was last refreshed
 * @param company where the person works in it; absent for operators, and where they no longer
 *     belong
 * @param lastUsedAt when it was opened, or last refreshed, which a browser in use does every
 *     quarter of an hour
 * @param expiresAt when it ends at the latest
 */
public record SessionView(
    UUID id,
    boolean current,
    String browser,
    Optional<String> userAgent,
    Optional<String> company,
    Instant signedInAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
