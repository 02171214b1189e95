package com.contractorportal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PasswordResetRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  void add(PasswordReset reset) {
    em.persist(reset);
  }

  /** How often an address was asked for. */
  long countSince(byte[] addressHash, Instant since) {
    return em.createQuery(
            "SELECT COUNT(r) FROM PasswordReset r"
                + " WHERE r.addressHash = :addressHash AND r.createdAt > :since",
            Long.class)
        .setParameter("addressHash", addressHash)
        .setParameter("since", since)
        .getSingleResult();
  }

  /** How many letters an account got. */
  long countLetters(UUID accountId, Instant since) {
    return em.createQuery(
            "SELECT COUNT(r) FROM PasswordReset r"
                + " WHERE r.accountId = :accountId AND r.settledAt > :since",
            Long.class)
        .setParameter("accountId", accountId)
        .setParameter("since", since)
        .getSingleResult();
  }

  /** The request that has waited for longest and that nobody else is settling. */
  Optional<PasswordReset> lockNext() {
    // JPQL knows no SKIP LOCKED; the table is the platform's, where native statements are allowed.
    List<?> found =
        em.createNativeQuery(
                "SELECT * FROM password_reset WHERE settled_at IS NULL"
                    + " ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED",
                PasswordReset.class)
            .getResultList();
    return found.stream().map(PasswordReset.class::cast).findFirst();
  }

  Optional<PasswordReset> find(SecretToken token) {
    return em.createQuery(
            "SELECT r FROM PasswordReset r WHERE r.tokenHash = :hash", PasswordReset.class)
        .setParameter("hash", token.hash())
        .getResultStream()
        .findFirst();
  }

  /** As it is now; to be asked by whoever holds the account. */
  Optional<PasswordReset> lock(SecretToken token) {
    return em.createQuery(
            "SELECT r FROM PasswordReset r WHERE r.tokenHash = :hash", PasswordReset.class)
        .setParameter("hash", token.hash())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Whom it is for; the account is held before it, always in this order. */
  Optional<UUID> accountOf(SecretToken token) {
    return em.createQuery(
            "SELECT r.accountId FROM PasswordReset r WHERE r.tokenHash = :hash", UUID.class)
        .setParameter("hash", token.hash())
        .getResultStream()
        .findFirst();
  }

  /** Makes all links of an account worth nothing. */
  void end(UUID accountId, Instant now) {
    em.createQuery(
            "UPDATE PasswordReset r SET r.endedAt = :now"
                + " WHERE r.accountId = :accountId AND r.endedAt IS NULL")
        .setParameter("now", now)
        .setParameter("accountId", accountId)
        .executeUpdate();
  }

  /** Removes those that were written first; JPQL knows no LIMIT. */
  int removeWritten(Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM password_reset WHERE created_at < ?1 ORDER BY created_at LIMIT " + most)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
