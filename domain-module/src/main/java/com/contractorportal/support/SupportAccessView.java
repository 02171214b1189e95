package com.contractorportal.support;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who of the vendor's staff was let into a customer, when and why.
 *
 * @param operator the e-mail address
 * @param write whether changes were asked for as well
 * @param expiresAt when it ends, or has ended, at the latest
 * @param endedAt when somebody ended it before that; the audit trail tells who
 */
public record SupportAccessView(
    UUID id,
    String operator,
    String reason,
    boolean write,
    Instant startedAt,
    Instant expiresAt,
    Optional<Instant> endedAt) {}
