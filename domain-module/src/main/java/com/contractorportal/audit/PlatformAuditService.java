package com.contractorportal.audit;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Shows the platform's audit trail to operators. */
@ApplicationScoped
@Transactional
public class PlatformAuditService {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /** One page of the entries, the newest first unless the request sorts them by {@code at}. */
  public Page<PlatformAuditEntryView> list(PlatformAuditFilter filter, PageRequest request) {
    return new KeyedQuery<>(em, PlatformAuditEntry.class, PlatformAuditEntry::id)
        .sort("at", PlatformAuditEntry::at)
        .whereIf(filter.actor(), "e.actorName = :actor", "actor")
        .whereIf(filter.action(), "e.action = :action", "action")
        .whereIf(filter.entity(), "e.entity = :entity", "entity")
        .whereIf(filter.customer().map(CustomerId::value), "e.customerId = :customer", "customer")
        .whereIf(filter.from(), "e.at >= :from", "from")
        .whereIf(filter.to(), "e.at < :to", "to")
        .page(request)
        .map(PlatformAuditEntry::view);
  }
}
