package com.contractorportal.property;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The customer's properties. A contractor sees only those they serve; to them any other is not
 * there.
 */
@ApplicationScoped
@Transactional
public class PropertyService {

  private static final String ENTITY = "property";

  @Inject private PropertyRepository properties;
  @Inject private ServedProperties served;
  @Inject private AuditTrail audit;
  @Inject private Idempotency idempotency;
  @Inject private Event<PropertyLeaves> leaving;

  /**
   * One page of the properties that the acting person may see; sorted by {@code name} or {@code
   * createdAt}.
   */
  public Page<PropertyView> list(PropertyFilter filter, PageRequest request) {
    if (!isContractor()) {
      return properties.page(filter, Optional.empty(), request).map(Property::view);
    }
    return served
        .member()
        .map(member -> properties.page(filter, Optional.of(member), request).map(Property::view))
        .orElseGet(() -> Page.of(List.of()));
  }

  /**
   * @throws NotFound if there is none, or none that the acting person may see
   */
  public PropertyView get(UUID id) {
    if (isContractor() && !served.serves(id)) {
      throw new NotFound(ENTITY);
    }
    return find(id).view();
  }

  /** Those of the given properties that exist, in no particular order. */
  public List<PropertyView> getAll(Collection<UUID> ids) {
    return properties.findAll(ids).stream().map(Property::view).toList();
  }

  /** Creates a property, once for one request key. */
  public PropertyView create(PropertyDraft draft, Optional<RequestKey> key) {
    UUID id =
        idempotency.once(
            key,
            () -> {
              Property property = new Property(draft);
              properties.add(property);
              properties.flush();
              audit.created(ENTITY, property.id(), property.view());
              return property.id();
            });
    return find(id).view();
  }

  /**
   * Makes a property what the draft says. One that is archived leaves its routes.
   *
   * @param version the version that the author saw
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  public PropertyView update(UUID id, int version, PropertyDraft draft) {
    Property property = find(id);
    StaleVersion.check(version, property.version());
    PropertyView before = property.view();
    boolean wasArchived = property.isArchived();
    property.describe(draft);
    if (property.isArchived() && !wasArchived) {
      leaving.fire(new PropertyLeaves(id));
    }
    properties.flush();
    audit.changed("update", ENTITY, id, before, property.view());
    return property.view();
  }

  /**
   * Deletes a property; it leaves its routes.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  public void delete(UUID id, int version) {
    Property property = find(id);
    StaleVersion.check(version, property.version());
    leaving.fire(new PropertyLeaves(id));
    properties.remove(property);
    properties.flush();
    audit.deleted(ENTITY, id, property.view());
  }

  private Property find(UUID id) {
    return properties.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }

  private static boolean isContractor() {
    return CurrentCustomer.actor().is(Role.CONTRACTOR);
  }
}
