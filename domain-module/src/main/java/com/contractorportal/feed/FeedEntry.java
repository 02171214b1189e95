package com.contractorportal.feed;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something changed; written once, and gone after a day. */
@Entity
@Table(name = "feed_entry")
class FeedEntry extends CustomerOwned {

  @Enumerated(EnumType.STRING)
  private FeedKind kind;

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "entity_id")
  private UUID entityId;

  private Instant at;

  protected FeedEntry() {}

  FeedEntry(FeedKind kind, Optional<UUID> eventId, UUID entityId) {
    this.kind = kind;
    this.eventId = eventId.orElse(null);
    this.entityId = entityId;
    this.at = Now.instant();
  }
}
