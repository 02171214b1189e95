package com.contractorportal.audit;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.InvalidField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Shows the customer's audit trail. */
@ApplicationScoped
@Transactional
public class AuditService {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  /**
   * One page of the entries, the newest first unless sorted by {@code at}.
   *
   * @throws InvalidField if an id is given, but not of what
   */
  public Page<AuditEntryView> list(AuditFilter filter, PageRequest request) {
    if (filter.entityId().isPresent() && filter.entity().isEmpty()) {
      throw new InvalidField("entity", "Say of what this is the id, route for instance.");
    }
    return new KeyedQuery<>(em, AuditEntry.class, AuditEntry::id)
        .sort("at", AuditEntry::at)
        .whereIf(filter.entity(), "e.entity = :entity", "entity")
        .whereIf(filter.entityId(), "e.entityId = :entityId", "entityId")
        .whereIf(filter.actorId(), "e.actorId = :actorId", "actorId")
        .whereIf(filter.action(), "e.action = :action", "action")
        .whereIf(filter.from(), "e.at >= :from", "from")
        .whereIf(filter.to(), "e.at < :to", "to")
        .page(newestFirst(request))
        .map(AuditEntry::view);
  }

  private static PageRequest newestFirst(PageRequest request) {
    return new PageRequest(
        request.limit(),
        request.cursor(),
        Optional.ofNullable(request.sort()).orElse("-at"),
        request.total());
  }
}
