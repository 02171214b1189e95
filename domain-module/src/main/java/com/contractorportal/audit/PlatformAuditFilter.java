package com.contractorportal.audit;

import com.contractorportal.tenancy.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the platform's trail are wanted.
 *
 * @param actor the e-mail address of who did it, whole
 * @param action the verb, for instance {@code suspend}
 * @param entity what it was done to, for instance {@code customer}
 * @param customer the customer concerned
 * @param from not before then
 * @param to before then
 */
public record PlatformAuditFilter(
    Optional<String> actor,
    Optional<String> action,
    Optional<String> entity,
    Optional<CustomerId> customer,
    Optional<Instant> from,
    Optional<Instant> to) {}
