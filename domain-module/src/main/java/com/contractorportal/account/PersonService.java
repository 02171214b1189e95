package com.contractorportal.account;

import com.contractorportal.account.SessionRepository.Standing;
import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who people are, for features that act for them or write to them. */
@ApplicationScoped
@Transactional
public class PersonService {

  /** MariaDB would turn 1,000 into a temporary table. */
  private static final int MOST_IN_A_LIST = 500;

  @Inject private SessionRepository sessions;

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /**
   * The person of a session, as they stand in a customer at present.
   *
   * @throws NotAuthenticated if the session has ended, or the person does not belong there any more
   * @throws CustomerSuspended if nobody may work in the customer
   */
  public Actor actor(UUID sessionId, UUID accountId, CustomerId customer, String requestId) {
    Standing standing =
        sessions
            .standing(sessionId, accountId, customer)
            .filter(present -> present.revokedAt().isEmpty())
            .filter(present -> Now.instant().isBefore(present.expiresAt()))
            .filter(present -> present.role().isPresent())
            .orElseThrow(NotAuthenticated::sessionEnded);
    if (!standing.customer().map(CustomerStatus::isOpen).orElse(false)) {
      throw new CustomerSuspended();
    }
    String email =
        em.createQuery("SELECT a.email FROM Account a WHERE a.id = :id", String.class)
            .setParameter("id", accountId)
            .getSingleResult();
    return Actor.person(accountId, email, standing.role().orElseThrow(), requestId);
  }

  /**
   * The e-mail addresses, as far as they are known to be theirs, of those of the accounts that
   * belong to the current customer. An account that is the customer's own has proven no address:
   * nobody but its inviter says whose that is (docs/adr/0023).
   */
  public Set<String> addresses(Collection<UUID> accountIds) {
    List<UUID> all = new ArrayList<>(accountIds);
    Set<String> addresses = new HashSet<>();
    for (int from = 0; from < all.size(); from += MOST_IN_A_LIST) {
      addresses.addAll(
          em.createQuery(
                  "SELECT a.email FROM Account a, Membership m"
                      + " WHERE m.accountId = a.id AND m.customerId = :customerId"
                      + " AND m.active = TRUE AND a.customerId IS NULL"
                      + " AND a.passwordHash IS NOT NULL AND a.id IN :ids",
                  String.class)
              .setParameter("customerId", CurrentCustomer.require().value())
              .setParameter("ids", all.subList(from, Math.min(all.size(), from + MOST_IN_A_LIST)))
              .getResultList());
    }
    return addresses;
  }
}
