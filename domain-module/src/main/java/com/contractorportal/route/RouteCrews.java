package com.contractorportal.route;

import com.contractorportal.notification.Crews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The drivers of routes that have stops. */
@ApplicationScoped
class RouteCrews implements Crews {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Override
  public Set<UUID> accounts() {
    return em.createQuery(
            "SELECT m.accountId FROM Member m"
                + " WHERE m.id IN (SELECT s.route.memberId FROM RouteStop s)",
            UUID.class)
        .getResultStream()
        .collect(Collectors.toSet());
  }
}
