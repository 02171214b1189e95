package com.contractorportal.idempotency;

import com.contractorportal.persistence.UniqueKey;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes repeated creations above customers harmless, as {@link Idempotency} does within one: {@link
 * #earlier} tells what came of the request before, {@link #remember} belongs into the transaction
 * that creates.
 */
@ApplicationScoped
@Transactional
public class PlatformIdempotency {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /**
   * The id of what the acting operator created by this request before.
   *
   * @throws IdempotencyKeyReused if the key came with another request
   */
  public Optional<String> earlier(Optional<RequestKey> request) {
    return request
        .map(
            key ->
                em.find(
                    HandledPlatformRequest.class,
                    new HandledPlatformRequest.Key(operator(), key.key())))
        .map(
            handled -> {
              if (!handled.asked(request.get())) {
                throw new IdempotencyKeyReused();
              }
              return handled.entityId();
            });
  }

  /**
   * Keeps what came of a request.
   *
   * @throws RequestInProgress if the same request was handled at the same moment
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void remember(Optional<RequestKey> request, String entityId) {
    if (request.isEmpty()) {
      return;
    }
    em.persist(new HandledPlatformRequest(operator(), request.get(), entityId));
    try {
      em.flush();
    } catch (PersistenceException failure) {
      if (UniqueKey.isTaken(failure, "platform_idempotency_key")) {
        throw new RequestInProgress();
      }
      throw failure;
    }
  }

  private static UUID operator() {
    return CurrentCustomer.actor().accountId().orElseThrow();
  }
}
