package com.contractorportal.customer;

import java.util.Optional;

/**
 * A customer as its own people see it.
 *
 * @param units what lengths and depths are shown in
 * @param locale a BCP 47 language tag
 * @param timeZone an IANA zone; times are shown in it
 * @param currency an ISO 4217 code
 * @param contactEmail whom the vendor writes to
 */
public record CustomerProfile(
    String customerId,
    String name,
    Units units,
    String locale,
    String timeZone,
    String currency,
    Optional<String> contactEmail,
    int version) {}
