package com.contractorportal.audit;

import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What waits for a seal, and whose turn it is to look after the trails. */
@ApplicationScoped
@Transactional
class UnsealedEntries {

  /** What only one node at a time does. */
  enum Work {
    SEAL("UTC_TIMESTAMP(6) + INTERVAL 3 SECOND"),
    /** At three in the morning. */
    CHECK("TIMESTAMP(UTC_DATE()) + INTERVAL 27 HOUR");

    private final String next;

    Work(String next) {
      this.next = next;
    }
  }

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /**
   * Takes the turn if there is one, by the database's clock. Two nodes at once would do no harm:
   * the second would find the place in the chain taken.
   */
  boolean takeTurn(Work work) {
    return em.createNativeQuery(
                "UPDATE audit_turn SET version = version + 1, due_at = "
                    + work.next
                    + " WHERE work = ?1 AND due_at <= UTC_TIMESTAMP(6)")
            .setParameter(1, work.name())
            .executeUpdate()
        == 1;
  }

  /** The next customers, in order of their ids, of whom something waits. */
  List<CustomerId> customersAfter(String id, int most) {
    List<?> found =
        em.createNativeQuery(
                "SELECT DISTINCT customer_id FROM audit_unsealed WHERE customer_id > ?1"
                    + " ORDER BY customer_id LIMIT "
                    + most)
            .setParameter(1, id)
            .getResultList();
    return found.stream().map(value -> new CustomerId((String) value)).toList();
  }

  /** The next customers in order of their ids, whatever their status. */
  List<CustomerId> allCustomersAfter(String id, int most) {
    return em
        .createQuery("SELECT c.id FROM Customer c WHERE c.id > :id ORDER BY c.id", String.class)
        .setParameter("id", id)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(CustomerId::new)
        .toList();
  }

  /** Of the bound customer. */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(UUID entry) {
    em.persist(new UnsealedEntry(entry, CurrentCustomer.require()));
  }

  /** Some of the bound customer's, in order of their making. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<UnsealedEntry> some(int most) {
    return em.createQuery(
            "SELECT u FROM UnsealedEntry u WHERE u.customerId = :customer ORDER BY u.entryId",
            UnsealedEntry.class)
        .setParameter("customer", CurrentCustomer.require().value())
        .setMaxResults(most)
        .getResultList();
  }

  /** They have their seals; if somebody else was faster, nothing of this transaction stays. */
  @Transactional(Transactional.TxType.MANDATORY)
  void remove(Collection<UnsealedEntry> sealed) {
    sealed.forEach(em::remove);
  }

  /** Which of these entries of the bound customer wait. */
  Set<UUID> waitingOf(Collection<UUID> entries) {
    return entries.isEmpty()
        ? Set.of()
        : em
            .createQuery(
                "SELECT u.entryId FROM UnsealedEntry u"
                    + " WHERE u.customerId = :customer AND u.entryId IN :entries",
                UUID.class)
            .setParameter("customer", CurrentCustomer.require().value())
            .setParameter("entries", entries)
            .getResultList()
            .stream()
            .collect(Collectors.toSet());
  }

  /** How many entries of the bound customer wait. */
  long count() {
    return em.createQuery(
            "SELECT COUNT(u.entryId) FROM UnsealedEntry u WHERE u.customerId = :customer",
            Long.class)
        .setParameter("customer", CurrentCustomer.require().value())
        .getSingleResult();
  }
}
