package com.contractorportal.idempotency;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys of operators' requests that nobody repeats any more. */
@ApplicationScoped
class HandledPlatformRequests implements Chore {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  @Inject
  @ConfigProperty(name = "portal.retention.idempotency.keys", defaultValue = "P30D")
  private Duration kept;

  @Override
  public String things() {
    return "operators' idempotency keys";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM platform_idempotency_key WHERE created_at < ?1"
                + " ORDER BY created_at LIMIT "
                + most)
        .setParameter(1, Timestamp.from(before))
        .executeUpdate();
  }
}
