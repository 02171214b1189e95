package com.contractorportal.account;

import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.customer.Units;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AccountRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  void add(Account account) {
    em.persist(account);
  }

  Optional<Account> find(UUID id) {
    return Optional.ofNullable(em.find(Account.class, id));
  }

  void remove(Account account) {
    em.remove(account);
  }

  void flush() {
    em.flush();
  }

  /** The account with this address that is good for all customers. */
  Optional<Account> findByEmail(String email) {
    return em.createQuery(
            "SELECT a FROM Account a WHERE a.email = :email AND a.customerId IS NULL",
            Account.class)
        .setParameter("email", Account.normalized(email))
        .getResultStream()
        .findFirst();
  }

  /**
   * The account with which this address signs in to a customer: one that is good only there, or
   * else the one that is good for all.
   */
  Optional<Account> findByEmail(String email, CustomerId customer) {
    return em.createQuery(
            "SELECT a FROM Account a WHERE a.email = :email"
                + " AND (a.customerId IS NULL OR a.customerId = :customerId)",
            Account.class)
        .setParameter("email", Account.normalized(email))
        .setParameter("customerId", customer.value())
        .getResultStream()
        .max(Comparator.comparing(account -> account.customer().isPresent()));
  }

  /** Whether somebody with this address is a member of the customer, invited or former ones too. */
  boolean isMember(String email, CustomerId customer) {
    return em.createQuery(
                "SELECT COUNT(a) FROM Account a, Membership m WHERE a.email = :email"
                    + " AND m.accountId = a.id AND m.customerId = :customerId",
                Long.class)
            .setParameter("email", Account.normalized(email))
            .setParameter("customerId", customer.value())
            .getSingleResult()
        > 0;
  }

  /** The account as it is now; nobody else changes it until the transaction ends. */
  Optional<Account> lock(UUID id) {
    return Optional.ofNullable(em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  boolean isThereAnOperator() {
    return !em.createQuery("SELECT a.id FROM Account a WHERE a.superAdmin = TRUE", UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Where a person belongs at present, by the customers' names; closed customers are gone. */
  List<MembershipInCustomer> memberships(UUID accountId) {
    return em.createQuery(
            "SELECT c.id, c.name, c.status, c.timeZone, c.locale, c.currency, m.role, c.units,"
                + " c.secondFactorRequired"
                + " FROM Membership m JOIN Customer c ON c.id = m.customerId"
                + " WHERE m.accountId = :accountId AND m.active = TRUE AND c.status <> :closed"
                + " ORDER BY c.name, c.id",
            Object[].class)
        .setParameter("accountId", accountId)
        .setParameter("closed", CustomerStatus.CLOSED)
        .getResultStream()
        .map(AccountRepository::membership)
        .toList();
  }

  private static MembershipInCustomer membership(Object[] row) {
    return new MembershipInCustomer(
        (String) row[0],
        (String) row[1],
        (CustomerStatus) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        (Role) row[6],
        (Units) row[7],
        (Boolean) row[8]);
  }
}
