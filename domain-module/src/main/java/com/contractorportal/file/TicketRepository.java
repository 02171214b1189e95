package com.contractorportal.file;

import com.contractorportal.persistence.Now;
import com.contractorportal.persistence.UuidBytes;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Tickets by the digests of their secrets: what is stored opens nothing. */
@ApplicationScoped
@Transactional
class TicketRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /** What a ticket is for, and for whom. */
  record Ticket(
      CustomerId customer, UUID accountId, UUID sessionId, TicketKind kind, UUID entityId) {}

  void add(byte[] digest, Ticket ticket, Instant expiresAt) {
    em.createNativeQuery(
            "INSERT INTO file_ticket (token_hash, customer_id, account_id, session_id, kind,"
                + " entity_id, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, digest)
        .setParameter(2, ticket.customer().value())
        .setParameter(3, UuidBytes.of(ticket.accountId()))
        .setParameter(4, UuidBytes.of(ticket.sessionId()))
        .setParameter(5, ticket.kind().name())
        .setParameter(6, UuidBytes.of(ticket.entityId()))
        .setParameter(7, Timestamp.from(expiresAt))
        .executeUpdate();
  }

  /** A ticket that is good; one that is good once is taken: of two who bring it, one has it. */
  Optional<Ticket> take(byte[] digest) {
    Optional<?> found =
        em
            .createNativeQuery(
                "SELECT customer_id, account_id, session_id, kind, entity_id FROM file_ticket"
                    + " WHERE token_hash = ?1 AND expires_at > ?2 FOR UPDATE")
            .setParameter(1, digest)
            .setParameter(2, Timestamp.from(Now.instant()))
            .getResultList()
            .stream()
            .findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Object[] row = (Object[]) found.get();
    Ticket ticket =
        new Ticket(
            new CustomerId((String) row[0]),
            UuidBytes.read((byte[]) row[1]),
            UuidBytes.read((byte[]) row[2]),
            TicketKind.valueOf((String) row[3]),
            UuidBytes.read((byte[]) row[4]));
    if (ticket.kind().isGoodOnce()) {
      em.createNativeQuery("DELETE FROM file_ticket WHERE token_hash = ?1")
          .setParameter(1, digest)
          .executeUpdate();
    }
    return Optional.of(ticket);
  }

  /** Removes the tickets that expired first; JPQL knows no LIMIT. */
  int removeExpired(Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM file_ticket WHERE expires_at < ?1 ORDER BY expires_at LIMIT " + most)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
