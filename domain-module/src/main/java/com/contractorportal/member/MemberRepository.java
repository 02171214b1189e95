package com.contractorportal.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MemberRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  Optional<Member> find(UUID id) {
    return Optional.ofNullable(em.find(Member.class, id));
  }

  Optional<UUID> idOfAccount(UUID accountId) {
    return em.createQuery("SELECT m.id FROM Member m WHERE m.accountId = :accountId", UUID.class)
        .setParameter("accountId", accountId)
        .getResultStream()
        .findFirst();
  }

  List<Member> allByName() {
    return em.createQuery("SELECT m FROM Member m ORDER BY m.displayName, m.id", Member.class)
        .getResultList();
  }

  List<Member> findAll(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return em.createQuery("SELECT m FROM Member m WHERE m.id IN :ids", Member.class)
        .setParameter("ids", ids)
        .getResultList();
  }
}
