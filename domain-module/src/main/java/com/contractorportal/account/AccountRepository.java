package com.contractorportal.account;

import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
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

  Optional<Account> findByEmail(String email) {
    return em.createQuery("SELECT a FROM Account a WHERE a.email = :email", Account.class)
        .setParameter("email", Account.normalized(email))
        .getResultStream()
        .findFirst();
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
            "SELECT c.id, c.name, c.status, c.timeZone, c.locale, c.currency, m.role"
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
        (Role) row[6]);
  }
}
