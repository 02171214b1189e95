package com.contractorportal.property;

import com.contractorportal.member.MemberService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The properties that a member serves, as a condition for queries. */
@ApplicationScoped
@Transactional
class ServedProperties implements AssignedProperties {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Inject private MemberService members;
  @Inject @Any private Instance<AssignsProperties> ways;

  @Override
  public boolean serves(UUID propertyId) {
    return member().filter(member -> serves(member, propertyId)).isPresent();
  }

  private boolean serves(UUID member, UUID propertyId) {
    return !em.createQuery(
            "SELECT e.id FROM Property e WHERE e.id = :id AND e.deletedAt IS NULL AND "
                + condition(),
            UUID.class)
        .setParameter("id", propertyId)
        .setParameter("member", member)
        .getResultList()
        .isEmpty();
  }

  /** The acting person as a member of the customer. */
  Optional<UUID> member() {
    return members.idOfCurrentActor();
  }

  /** That the member {@code :member} serves the property {@code e}. */
  String condition() {
    return ways.stream()
        .map(way -> "e.id IN (" + way.idsOfMember() + ")")
        .sorted()
        .collect(Collectors.joining(" OR ", "(", ")"));
  }
}
