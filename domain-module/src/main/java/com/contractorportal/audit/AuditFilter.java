package com.contractorportal.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries are wanted.
 *
 * @param entity what was changed, for instance {@code route}
 * @param entityId which one of them; only together with {@code entity}
 * @param actorId the member who did it
 * @param action the verb, for instance {@code update}
 * @param from not before then
 * @param to before then
 */
public record AuditFilter(
    Optional<String> entity,
    Optional<String> entityId,
    Optional<UUID> actorId,
    Optional<String> action,
    Optional<Instant> from,
    Optional<Instant> to) {}
