package com.contractorportal.member;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
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

  void add(Member member) {
    em.persist(member);
  }

  void remove(Member member) {
    em.remove(member);
  }

  void flush() {
    em.flush();
  }

  Optional<Member> ofAccount(UUID accountId) {
    return em.createQuery("SELECT m FROM Member m WHERE m.accountId = :accountId", Member.class)
        .setParameter("accountId", accountId)
        .getResultStream()
        .findFirst();
  }

  Optional<Member> find(UUID id) {
    return Optional.ofNullable(em.find(Member.class, id));
  }

  Optional<UUID> idOfAccount(UUID accountId) {
    return em.createQuery("SELECT m.id FROM Member m WHERE m.accountId = :accountId", UUID.class)
        .setParameter("accountId", accountId)
        .getResultStream()
        .findFirst();
  }

  Page<Member> page(Collection<UUID> accountIds, PageRequest request) {
    if (accountIds.isEmpty()) {
      return Page.of(List.of());
    }
    return new KeyedQuery<>(em, Member.class, Member::id)
        .sort("displayName", Member::displayName)
        .where("e.accountId IN :accountIds", "accountIds", accountIds)
        .page(request);
  }

  List<Member> ofAccounts(Collection<UUID> accountIds) {
    if (accountIds.isEmpty()) {
      return List.of();
    }
    return em.createQuery("SELECT m FROM Member m WHERE m.accountId IN :ids", Member.class)
        .setParameter("ids", accountIds)
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
