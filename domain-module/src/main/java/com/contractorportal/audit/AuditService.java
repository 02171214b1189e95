package com.contractorportal.audit;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.InvalidField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows the customer's audit trail. */
@ApplicationScoped
@Transactional
public class AuditService {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Inject private ActingMembers members;

  /**
   * One page of the entries, the newest first unless sorted by {@code at}.
   *
   * @throws InvalidField if an id is given, but not of what
   */
  public Page<AuditEntryView> list(AuditFilter filter, PageRequest request) {
    if (filter.entityId().isPresent() && filter.entity().isEmpty()) {
      throw new InvalidField("entity", "Say of what this is the id, route for instance.");
    }
    Optional<UUID> account = filter.actorId().flatMap(members::account);
    if (filter.actorId().isPresent() && account.isEmpty()) {
      return Page.of(List.of());
    }
    return views(entries(filter, account, request));
  }

  private Page<AuditEntry> entries(
      AuditFilter filter, Optional<UUID> account, PageRequest request) {
    return new KeyedQuery<>(em, AuditEntry.class, AuditEntry::id)
        .sort("at", AuditEntry::at)
        .whereIf(filter.entity(), "e.entity = :entity", "entity")
        .whereIf(filter.entityId(), "e.entityId = :entityId", "entityId")
        .whereIf(account, "e.actorId = :account", "account")
        .whereIf(filter.action(), "e.action = :action", "action")
        .whereIf(filter.from(), "e.at >= :from", "from")
        .whereIf(filter.to(), "e.at < :to", "to")
        .page(newestFirst(request));
  }

  private Page<AuditEntryView> views(Page<AuditEntry> page) {
    Map<UUID, UUID> known =
        members.ofAccounts(
            page.items().stream()
                .map(AuditEntry::actorId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    return page.map(entry -> entry.view(entry.actorId().map(known::get)));
  }

  private static PageRequest newestFirst(PageRequest request) {
    return new PageRequest(
        request.limit(),
        request.cursor(),
        Optional.ofNullable(request.sort()).orElse("-at"),
        request.total());
  }
}
