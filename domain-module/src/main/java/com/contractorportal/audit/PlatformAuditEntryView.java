package com.contractorportal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that was done above customers.
 *
 * @param actorName an e-mail address, or the name of the portal's own work
 * @param onBehalfOf the support access in which it was done
 * @param action the verb, for instance {@code suspend}
 * @param entity what it was done to, for instance {@code customer}
 * @param customerId the customer concerned; it may be erased since
 * @param before what the thing was, by field; absent if it was not there
 * @param after what it is since, by field; absent if it is gone
 * @param requestId the request or job on whose way it happened
 */
public record PlatformAuditEntryView(
    UUID id,
    Instant at,
    String actorName,
    Optional<UUID> onBehalfOf,
    String action,
    String entity,
    String entityId,
    Optional<String> customerId,
    Optional<Map<String, Object>> before,
    Optional<Map<String, Object>> after,
    Optional<String> requestId) {}
