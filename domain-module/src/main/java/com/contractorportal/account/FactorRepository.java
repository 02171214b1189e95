package com.contractorportal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Second factors, what stands in for them, and the sign-ins that wait for them. */
@ApplicationScoped
class FactorRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  Optional<SecondFactor> find(UUID accountId) {
    return Optional.ofNullable(em.find(SecondFactor.class, accountId));
  }

  /** As it is now; to be asked by whoever holds the account. */
  Optional<SecondFactor> lock(UUID accountId) {
    return Optional.ofNullable(
        em.find(SecondFactor.class, accountId, LockModeType.PESSIMISTIC_WRITE));
  }

  void add(SecondFactor factor) {
    em.persist(factor);
  }

  void remove(SecondFactor factor) {
    em.remove(factor);
  }

  void add(RecoveryCode code) {
    em.persist(code);
  }

  /** Whether there was such a code; there is none any more. */
  boolean removeCode(UUID accountId, byte[] codeHash) {
    return em.createQuery(
                "DELETE FROM RecoveryCode c"
                    + " WHERE c.accountId = :accountId AND c.codeHash = :codeHash")
            .setParameter("accountId", accountId)
            .setParameter("codeHash", codeHash)
            .executeUpdate()
        > 0;
  }

  void removeCodes(UUID accountId) {
    em.createQuery("DELETE FROM RecoveryCode c WHERE c.accountId = :accountId")
        .setParameter("accountId", accountId)
        .executeUpdate();
  }

  long countCodes(UUID accountId) {
    return em.createQuery(
            "SELECT COUNT(c) FROM RecoveryCode c WHERE c.accountId = :accountId", Long.class)
        .setParameter("accountId", accountId)
        .getSingleResult();
  }

  void add(SignInChallenge challenge) {
    em.persist(challenge);
  }

  /** Whose sign-in it is; the account is held before it, always in this order. */
  Optional<UUID> accountOf(SecretToken challenge) {
    return em.createQuery(
            "SELECT c.accountId FROM SignInChallenge c WHERE c.tokenHash = :hash", UUID.class)
        .setParameter("hash", challenge.hash())
        .getResultStream()
        .findFirst();
  }

  Optional<SignInChallenge> lock(SecretToken challenge) {
    return em.createQuery(
            "SELECT c FROM SignInChallenge c WHERE c.tokenHash = :hash", SignInChallenge.class)
        .setParameter("hash", challenge.hash())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  void remove(SignInChallenge challenge) {
    em.remove(challenge);
  }

  /** Lets no sign-in go on that began with what has changed. */
  void removeChallenges(UUID accountId) {
    em.createQuery("DELETE FROM SignInChallenge c WHERE c.accountId = :accountId")
        .setParameter("accountId", accountId)
        .executeUpdate();
  }

  /** Removes those that expired first; JPQL knows no LIMIT. */
  int removeExpired(Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM sign_in_challenge WHERE expires_at < ?1 ORDER BY expires_at LIMIT " + most)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
