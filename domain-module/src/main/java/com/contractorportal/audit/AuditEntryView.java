package com.contractorportal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One change: who did what to which thing.
 *
 * @param actorId the member who did it; absent for the portal itself, and for who is no member
 * @param actorName an e-mail address, or the name of the key or of the portal's own work
 * @param onBehalfOf the support access in which an operator acted for the customer; {@code GET
 *     /api/support-access} tells its reason
 * @param action the verb, for instance {@code update}
 * @param entity what was changed, for instance {@code route}
 * @param before what the thing was, by field; absent if it was not there
 * @param after what it is since, by field; absent if it is gone
 * @param requestId the request or job on whose way it happened
 */
public record AuditEntryView(
    UUID id,
    Instant at,
    Optional<UUID> actorId,
    String actorName,
    Optional<UUID> onBehalfOf,
    String action,
    String entity,
    String entityId,
    Optional<Map<String, Object>> before,
    Optional<Map<String, Object>> after,
    Optional<String> requestId) {}
