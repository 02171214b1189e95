package com.contractorportal.assignment;

import com.contractorportal.notification.Crews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who serves properties without a route. */
@ApplicationScoped
class AssignedCrews implements Crews {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Override
  public Set<UUID> accounts() {
    return em.createQuery(
            "SELECT m.accountId FROM Member m"
                + " WHERE m.id IN (SELECT c.memberId FROM PropertyContractor c)",
            UUID.class)
        .getResultStream()
        .collect(Collectors.toSet());
  }
}
