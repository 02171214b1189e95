package com.contractorportal.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something changed; what it is now, each asks with rights of their own.
 *
 * @param id the entry's own id, by which a stream goes on
 * @param eventId the winter event to which the thing belongs, if it belongs to one
 * @param entityId the thing itself
 */
public record FeedChange(
    UUID id, FeedKind kind, Optional<UUID> eventId, UUID entityId, Instant at) {}
