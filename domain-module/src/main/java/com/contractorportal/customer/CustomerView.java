package com.contractorportal.customer;

import java.time.Instant;

/**
 * A customer as operators see it.
 *
 * @param plan what the customer has ordered
 * @param timeZone an IANA zone, for instance {@code America/New_York}; times are shown in it
 * @param locale a BCP 47 language tag
 * @param currency an ISO 4217 code
 */
public record CustomerView(
    String customerId,
    String name,
    CustomerStatus status,
    String plan,
    String timeZone,
    String locale,
    String currency,
    Instant createdAt) {}
