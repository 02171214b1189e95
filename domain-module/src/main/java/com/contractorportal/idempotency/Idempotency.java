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
import java.util.function.Supplier;

/**
 * Makes repeated creations harmless. The key is stored in the transaction that creates: either both
 * are there or neither.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Idempotency {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  /**
   * Creates something, unless the same person did so with the same key before.
   *
   * @param request the request's key; without one the work is simply done
   * @param work creates and tells the new thing's id
   * @return the id of what was created now or then
   * @throws IdempotencyKeyReused if the key came with another request before
   * @throws RequestInProgress if the same request is being handled at this moment
   */
  public UUID once(Optional<RequestKey> request, Supplier<UUID> work) {
    if (request.isEmpty()) {
      return work.get();
    }
    RequestKey key = request.get();
    UUID accountId = CurrentCustomer.actor().accountId().orElseThrow();
    Optional<HandledRequest> earlier = find(accountId, key);
    if (earlier.isPresent()) {
      if (!earlier.get().asked(key)) {
        throw new IdempotencyKeyReused();
      }
      return earlier.get().entityId();
    }
    UUID created = work.get();
    em.persist(new HandledRequest(accountId, key, created));
    try {
      em.flush();
    } catch (PersistenceException failure) {
      if (UniqueKey.isTaken(failure, "idempotency_key")) {
        throw new RequestInProgress();
      }
      throw failure;
    }
    return created;
  }

  private Optional<HandledRequest> find(UUID accountId, RequestKey key) {
    return em.createQuery(
            "SELECT h FROM HandledRequest h WHERE h.accountId = :accountId AND h.key = :requestKey",
            HandledRequest.class)
        .setParameter("accountId", accountId)
        .setParameter("requestKey", key.key())
        .getResultStream()
        .findFirst();
  }
}
