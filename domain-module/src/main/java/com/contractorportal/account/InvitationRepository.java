package com.contractorportal.account;

import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class InvitationRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  void add(Invitation invitation) {
    em.persist(invitation);
  }

  Optional<Invitation> find(SecretToken token) {
    return em.createQuery("SELECT i FROM Invitation i WHERE i.tokenHash = :hash", Invitation.class)
        .setParameter("hash", token.hash())
        .getResultStream()
        .findFirst();
  }

  /** Whom it is for; the account is held before its invitation, always in this order. */
  Optional<UUID> accountOf(SecretToken token) {
    return em.createQuery(
            "SELECT i.accountId FROM Invitation i WHERE i.tokenHash = :hash", UUID.class)
        .setParameter("hash", token.hash())
        .getResultStream()
        .findFirst();
  }

  /** The invitation as it is now; nobody else accepts or revokes it until the transaction ends. */
  Optional<Invitation> lock(SecretToken token) {
    return em.createQuery("SELECT i FROM Invitation i WHERE i.tokenHash = :hash", Invitation.class)
        .setParameter("hash", token.hash())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** When the link that a person of the customer was sent last ends, if it still works. */
  Optional<Instant> openUntil(UUID accountId, CustomerId customer, Instant now) {
    return em.createQuery(
            "SELECT i.expiresAt FROM Invitation i WHERE i.customerId = :customerId"
                + " AND i.accountId = :accountId AND i.acceptedAt IS NULL AND i.revokedAt IS NULL"
                + " AND i.expiresAt > :now",
            Instant.class)
        .setParameter("customerId", customer.value())
        .setParameter("accountId", accountId)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  void revoke(UUID accountId, CustomerId customer, Instant now) {
    em.createQuery(
            "UPDATE Invitation i SET i.revokedAt = :now WHERE i.customerId = :customerId"
                + " AND i.accountId = :accountId AND i.acceptedAt IS NULL AND i.revokedAt IS NULL")
        .setParameter("now", now)
        .setParameter("customerId", customer.value())
        .setParameter("accountId", accountId)
        .executeUpdate();
  }

  long countSince(CustomerId customer, Instant since) {
    return em.createQuery(
            "SELECT COUNT(i) FROM Invitation i"
                + " WHERE i.customerId = :customerId AND i.createdAt > :since",
            Long.class)
        .setParameter("customerId", customer.value())
        .setParameter("since", since)
        .getSingleResult();
  }

  /** Lets earlier invitations of an account that is about to go be another's. */
  void handOver(UUID from, UUID to) {
    em.createQuery("UPDATE Invitation i SET i.accountId = :to WHERE i.accountId = :from")
        .setParameter("to", to)
        .setParameter("from", from)
        .executeUpdate();
  }

  void removeOf(UUID accountId) {
    em.createQuery("DELETE FROM Invitation i WHERE i.accountId = :accountId")
        .setParameter("accountId", accountId)
        .executeUpdate();
  }

  /** Removes those that expired first; JPQL knows no LIMIT. */
  int removeExpired(Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM invitation WHERE expires_at < ?1 ORDER BY expires_at, id LIMIT " + most)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
