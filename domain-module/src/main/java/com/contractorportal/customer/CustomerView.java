package com.contractorportal.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer as operators see it.
 *
 * @param plan what the customer has ordered
 * @param timeZone an IANA zone, for instance {@code America/New_York}; times are shown in it
 * @param locale a BCP 47 language tag
 * @param units what lengths and depths are shown in
 * @param currency an ISO 4217 code
 * @param contactEmail whom the vendor writes to
 * @param statusReason why it is suspended or closed
 * @param suspendedAt since when it is suspended, or was before it was closed
 * @param closedAt since when it is closed
 */
public record CustomerView(
    String customerId,
    String name,
    CustomerStatus status,
    String plan,
    String timeZone,
    String locale,
    Units units,
    String currency,
    Optional<String> contactEmail,
    Optional<String> statusReason,
    Optional<Instant> suspendedAt,
    Optional<Instant> closedAt,
    int version,
    Instant createdAt,
    Instant updatedAt) {}
