package com.contractorportal.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person was told.
 *
 * @param entity the kind of thing it is about, for instance {@code winter-event}
 * @param readAt empty while it is unread
 */
public record NotificationView(
    UUID id,
    NotificationKind kind,
    String title,
    String body,
    String entity,
    UUID entityId,
    Instant createdAt,
    Optional<Instant> readAt) {}
