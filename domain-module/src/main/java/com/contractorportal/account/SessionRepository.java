package com.contractorportal.account;

import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
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
class SessionRepository {

  private static final int MOST_SHOWN = 200;

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  void add(AccountSession link) {
    em.persist(link);
  }

  /**
   * The link with this token, as it is now. The session's first link is locked before it, so that
   * all that happens to one session happens one after the other.
   */
  Optional<AccountSession> lockByToken(SecretToken token) {
    Optional<Object[]> found =
        em.createQuery(
                "SELECT s.id, s.familyId FROM AccountSession s WHERE s.tokenHash = :tokenHash",
                Object[].class)
            .setParameter("tokenHash", token.hash())
            .getResultStream()
            .findFirst();
    return found.filter(ids -> lock((UUID) ids[1]).isPresent()).flatMap(ids -> lock((UUID) ids[0]));
  }

  /** The link with this id, as it is now. */
  Optional<AccountSession> lock(UUID id) {
    return Optional.ofNullable(em.find(AccountSession.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Ends one session.
   *
   * @return whether it had not ended before
   */
  boolean revoke(UUID familyId, Instant now) {
    lock(familyId);
    em.flush();
    return em.createQuery(
                "UPDATE AccountSession s SET s.revokedAt = :now"
                    + " WHERE s.familyId = :familyId AND s.revokedAt IS NULL")
            .setParameter("now", now)
            .setParameter("familyId", familyId)
            .executeUpdate()
        > 0;
  }

  /** Ends all sessions of a person but one. */
  void revokeOthers(UUID accountId, UUID keptFamilyId, Instant now) {
    em.createQuery(
            "UPDATE AccountSession s SET s.revokedAt = :now"
                + " WHERE s.accountId = :accountId AND s.familyId <> :kept"
                + " AND s.revokedAt IS NULL")
        .setParameter("now", now)
        .setParameter("accountId", accountId)
        .setParameter("kept", keptFamilyId)
        .executeUpdate();
  }

  /** The person has shown a second factor in the session. */
  void hasSecondFactor(UUID familyId) {
    em.createQuery("UPDATE AccountSession s SET s.secondFactor = TRUE WHERE s.familyId = :familyId")
        .setParameter("familyId", familyId)
        .executeUpdate();
  }

  /** Ends all sessions of a person. */
  void revokeAll(UUID accountId, Instant now) {
    em.createQuery(
            "UPDATE AccountSession s SET s.revokedAt = :now"
                + " WHERE s.accountId = :accountId AND s.revokedAt IS NULL")
        .setParameter("now", now)
        .setParameter("accountId", accountId)
        .executeUpdate();
  }

  /** The last link, or links, of each of a person's sessions, with the first; the newest first. */
  List<Ends> living(UUID accountId, Instant now, Instant idleSince) {
    return em.createQuery(
            "SELECT l, f FROM AccountSession l, AccountSession f"
                + " WHERE l.accountId = :accountId AND f.id = l.familyId"
                + " AND l.rotatedAt IS NULL AND l.revokedAt IS NULL"
                + " AND l.expiresAt > :now AND l.createdAt > :idleSince"
                + " ORDER BY l.createdAt DESC, l.id DESC",
            Object[].class)
        .setParameter("accountId", accountId)
        .setParameter("now", now)
        .setParameter("idleSince", idleSince)
        .setMaxResults(MOST_SHOWN)
        .getResultStream()
        .map(row -> new Ends((AccountSession) row[1], (AccountSession) row[0]))
        .toList();
  }

  /** Both ends of a session's chain. */
  record Ends(AccountSession first, AccountSession last) {}

  /** Removes the links that expired first; JPQL knows no LIMIT. */
  int removeExpired(Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM account_session WHERE expires_at < ?1 ORDER BY expires_at LIMIT " + most)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }

  /** How a session in a customer stands, in one query over primary keys. */
  Optional<Standing> standing(UUID familyId, UUID accountId, CustomerId customer) {
    return em.createQuery(
            "SELECT s.revokedAt, s.expiresAt, m.active, m.role, c.status,"
                + " s.secondFactor, c.secondFactorRequired"
                + " FROM AccountSession s, Membership m, Customer c"
                + " WHERE s.id = :familyId AND s.accountId = :accountId"
                + " AND m.accountId = s.accountId AND m.customerId = :customerId"
                + " AND c.id = m.customerId",
            Object[].class)
        .setParameter("familyId", familyId)
        .setParameter("accountId", accountId)
        .setParameter("customerId", customer.value())
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new Standing(
                    Optional.ofNullable((Instant) row[0]),
                    (Instant) row[1],
                    (Boolean) row[2] ? Optional.of((Role) row[3]) : Optional.empty(),
                    Optional.of((CustomerStatus) row[4]),
                    (Boolean) row[5],
                    (Boolean) row[6]));
  }

  /** How an operator's session stands, in one query over primary keys. */
  Optional<Standing> operatorStanding(UUID familyId, UUID accountId) {
    return em.createQuery(
            "SELECT s.revokedAt, s.expiresAt, a.superAdmin, s.secondFactor FROM AccountSession s, Account a"
                + " WHERE s.id = :familyId AND s.accountId = :accountId AND a.id = s.accountId",
            Object[].class)
        .setParameter("familyId", familyId)
        .setParameter("accountId", accountId)
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new Standing(
                    Optional.ofNullable((Instant) row[0]),
                    (Instant) row[1],
                    (Boolean) row[2] ? Optional.of(Role.SUPER_ADMIN) : Optional.empty(),
                    Optional.empty(),
                    (Boolean) row[3],
                    false));
  }

  /**
   * @param role what the person is at present, if anything
   * @param customer how the customer stands, if the session is in one
   * @param secondFactor whether the person showed one in the session
   * @param secondFactorRequired whether the customer requires it
   */
  record Standing(
      Optional<Instant> revokedAt,
      Instant expiresAt,
      Optional<Role> role,
      Optional<CustomerStatus> customer,
      boolean secondFactor,
      boolean secondFactorRequired) {}
}
