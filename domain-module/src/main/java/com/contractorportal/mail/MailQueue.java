package com.contractorportal.mail;

import com.contractorportal.persistence.Now;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Hands out letters to whoever sends them, on any node; a lease that runs out is another's. */
@ApplicationScoped
@Transactional
class MailQueue {

  /** Longer than a mail server may take over one letter. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  void add(OutgoingMail mail) {
    em.persist(mail);
  }

  /** Takes the letter that has been due for longest and that nobody else is sending. */
  Optional<Letter> lease(String owner) {
    Instant now = Now.instant();
    // JPQL knows no SKIP LOCKED; the table is the platform's, where native statements are allowed.
    List<?> found =
        em.createNativeQuery(
                "SELECT * FROM outgoing_mail WHERE next_attempt_at <= ?1"
                    + " ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
                OutgoingMail.class)
            .setParameter(1, Timestamp.from(now))
            .getResultList();
    return found.stream()
        .map(OutgoingMail.class::cast)
        .findFirst()
        .map(
            mail -> {
              mail.leaseTo(owner, now, LEASE);
              return mail.letter();
            });
  }

  /** The mail server has the letter. */
  void sent(UUID id, String owner) {
    ifHeld(id, owner, mail -> mail.sent(Now.instant()));
  }

  /** The letter cannot be delivered. */
  void giveUp(UUID id, String owner) {
    ifHeld(id, owner, OutgoingMail::giveUp);
  }

  /**
   * The mail server did not take the letter this time.
   *
   * @return whether it will be tried again
   */
  boolean failed(UUID id, String owner) {
    return held(id, owner).filter(failedNow()).isPresent();
  }

  private static Predicate<OutgoingMail> failedNow() {
    return mail -> mail.failed(Now.instant());
  }

  private void ifHeld(UUID id, String owner, Consumer<OutgoingMail> change) {
    held(id, owner).ifPresent(change);
  }

  private Optional<OutgoingMail> held(UUID id, String owner) {
    return Optional.ofNullable(em.find(OutgoingMail.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(mail -> mail.isLeasedTo(owner));
  }

  /** Removes the letters that were written first; JPQL knows no LIMIT. */
  int removeWritten(Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM outgoing_mail WHERE created_at < ?1 ORDER BY created_at, id LIMIT " + most)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
