package com.contractorportal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The bound customer's chain of seals, each method in one transaction. */
@ApplicationScoped
@Transactional
class SealLedger {

  private static final Logger LOG = Logger.getLogger(SealLedger.class.getName());

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Inject private UnsealedEntries waiting;

  /** Some links of the chain and the entries that are still there. */
  record Links(List<AuditSeal> seals, Map<UUID, AuditEntry> entries) {}

  /**
   * Seals some of what waits, in the order of its making; what was made earlier but committed later
   * comes when it is there.
   *
   * @return the last seal, unless nothing waited
   */
  Optional<AuditSeal> sealSome(int most) {
    List<UnsealedEntry> some = waiting.some(most);
    Map<UUID, AuditEntry> entries = entries(some.stream().map(UnsealedEntry::entryId).toList());
    Optional<AuditSeal> before = last();
    for (UnsealedEntry next : some) {
      Optional<AuditEntry> entry = Optional.ofNullable(entries.get(next.entryId()));
      if (entry.isEmpty()) {
        LOG.log(Level.SEVERE, "Audit entry {0} was removed before it was sealed", next.entryId());
      }
      AuditSeal seal = AuditSeal.of(next.entryId(), entry, before);
      em.persist(seal);
      before = Optional.of(seal);
    }
    waiting.remove(some);
    return some.isEmpty() ? Optional.empty() : before;
  }

  /** The last seal. */
  Optional<AuditSeal> last() {
    return em.createQuery("SELECT s FROM AuditSeal s ORDER BY s.sequence DESC", AuditSeal.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The next links of the chain. */
  Links after(long sequence, int most) {
    List<AuditSeal> seals =
        em.createQuery(
                "SELECT s FROM AuditSeal s WHERE s.sequence > :sequence ORDER BY s.sequence",
                AuditSeal.class)
            .setParameter("sequence", sequence)
            .setMaxResults(most)
            .getResultList();
    return new Links(
        seals,
        entries(seals.stream().filter(AuditSeal::isOfEntry).map(AuditSeal::entryId).toList()));
  }

  private Map<UUID, AuditEntry> entries(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : em
            .createQuery("SELECT e FROM AuditEntry e WHERE e.id IN :ids", AuditEntry.class)
            .setParameter("ids", ids)
            .getResultList()
            .stream()
            .collect(Collectors.toMap(AuditEntry::id, Function.identity()));
  }

  /** Up to where entries have been removed because they had served their time; 0 if none. */
  long removedThrough() {
    return Optional.ofNullable(
            em.createQuery("SELECT MAX(s.removedThrough) FROM AuditSeal s", Long.class)
                .getSingleResult())
        .orElse(0L);
  }

  /** The removals of entries that had served their time. */
  List<AuditSeal> removals() {
    return em.createQuery(
            "SELECT s FROM AuditSeal s WHERE s.removedThrough IS NOT NULL ORDER BY s.removedThrough",
            AuditSeal.class)
        .getResultList();
  }

  /**
   * Seals that the oldest entries of the chain may go.
   *
   * @param before those that were written before then
   * @return up to where entries may be gone
   */
  long sealRemoval(Instant before, int most) {
    long former = removedThrough();
    long through = former;
    Links oldest = after(former, most);
    for (AuditSeal seal : oldest.seals()) {
      AuditEntry entry = seal.isOfEntry() ? oldest.entries().get(seal.entryId()) : null;
      boolean due = entry == null ? seal.sealedAt().isBefore(before) : entry.at().isBefore(before);
      if (!due) {
        break;
      }
      through = seal.sequence();
    }
    if (through > former) {
      em.persist(AuditSeal.ofRemoval(through, last().orElseThrow()));
    }
    return through;
  }

  /** Ids of entries without a seal: most of them will get one in a moment. */
  List<UUID> unsealedAfter(Optional<UUID> id, int most) {
    var query =
        em.createQuery(
            "SELECT e.id FROM AuditEntry e WHERE NOT EXISTS"
                + " (SELECT s.id FROM AuditSeal s WHERE s.entryId = e.id)"
                + (id.isPresent() ? " AND e.id > :id" : "")
                + " ORDER BY e.id",
            UUID.class);
    id.ifPresent(last -> query.setParameter("id", last));
    return query.setMaxResults(most).getResultList();
  }

  /** Whether the entry has got a seal. */
  boolean isSealed(UUID entry) {
    return !em.createQuery("SELECT s.id FROM AuditSeal s WHERE s.entryId = :entry", UUID.class)
        .setParameter("entry", entry)
        .getResultList()
        .isEmpty();
  }
}
