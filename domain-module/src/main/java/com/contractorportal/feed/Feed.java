package com.contractorportal.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells open screens what changed. An entry is written in the transaction of the change, so that
 * nobody hears of what did not happen; it names the thing and nothing of its contents, which each
 * screen asks for with its own rights.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Feed {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  /**
   * Something of the current customer changed.
   *
   * @param eventId the winter event to which the thing belongs, if it belongs to one
   * @param entityId the thing itself
   */
  public void changed(FeedKind kind, Optional<UUID> eventId, UUID entityId) {
    em.persist(new FeedEntry(kind, eventId, entityId));
  }
}
