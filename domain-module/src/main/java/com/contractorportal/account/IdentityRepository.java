package com.contractorportal.account;

import com.contractorportal.account.oidc.ProviderIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class IdentityRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  void add(AccountIdentity identity) {
    em.persist(identity);
  }

  /** The account that the person of the provider was joined to. */
  Optional<UUID> accountOf(ProviderIdentity identity) {
    return em.createQuery(
            "SELECT i.accountId FROM AccountIdentity i"
                + " WHERE i.issuer = :issuer AND i.subject = :subject",
            UUID.class)
        .setParameter("issuer", identity.issuer())
        .setParameter("subject", identity.subject())
        .getResultStream()
        .findFirst();
  }

  /** Whether the account is joined to somebody of the provider. */
  boolean isJoined(UUID accountId, String issuer) {
    return em.createQuery(
                "SELECT COUNT(i) FROM AccountIdentity i"
                    + " WHERE i.accountId = :accountId AND i.issuer = :issuer",
                Long.class)
            .setParameter("accountId", accountId)
            .setParameter("issuer", issuer)
            .getSingleResult()
        > 0;
  }
}
