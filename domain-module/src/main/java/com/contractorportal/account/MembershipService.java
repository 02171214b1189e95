package com.contractorportal.account;

import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who belongs to the current customer, and as what. */
@ApplicationScoped
@Transactional
public class MembershipService {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /** The roles of all accounts that belong to the current customer at present. */
  public Map<UUID, Role> roles() {
    return em.createQuery(
            "SELECT m FROM Membership m WHERE m.customerId = :customerId AND m.active = TRUE",
            Membership.class)
        .setParameter("customerId", CurrentCustomer.require().value())
        .getResultStream()
        .collect(Collectors.toMap(Membership::accountId, Membership::role));
  }
}
