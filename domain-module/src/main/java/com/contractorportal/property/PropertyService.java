package com.contractorportal.property;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Now;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Limits;
import com.contractorportal.plan.PlanLimitReached;
import com.contractorportal.plan.Room;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The customer's properties. A contractor sees only those they serve; to them any other is not
 * there.
 */
@ApplicationScoped
@Transactional
public class PropertyService {

  static final String ENTITY = "property";

  @Inject private PropertyRepository properties;
  @Inject private ServedProperties served;
  @Inject private AuditTrail audit;
  @Inject private Limits limits;
  @Inject private Idempotency idempotency;
  @Inject private Event<PropertyLeaves> leaving;
  @Inject private Event<PropertiesMoved> moving;
  @Inject @Any private Instance<WorkOfProperty> work;

  /** How long a deleted property can be restored. */
  @Inject
  @ConfigProperty(name = "portal.retention.deleted.properties", defaultValue = "P30D")
  private Duration undo;

  /**
   * One page of the properties that the acting person may see; sorted by {@code name} or {@code
   * createdAt}. Lists are the office's: on none of them is anything that a contractor sees.
   */
  public Page<PropertyView> list(PropertyFilter filter, PageRequest request) {
    return isContractor()
        ? mine(filter, request)
        : properties.page(filter, request).map(Property::view);
  }

  /**
   * One page of the properties that the acting person serves; filtered and sorted as {@link #list}.
   */
  public Page<PropertyView> mine(PropertyFilter filter, PageRequest request) {
    Optional<UUID> me = served.member();
    boolean nothing =
        filter.list().isPresent() && isContractor()
            || filter.contractor().isPresent() && !filter.contractor().equals(me);
    return me.filter(self -> !nothing)
        .map(self -> properties.page(filter.servedBy(self), request).map(Property::view))
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

  /**
   * Those of the given properties that exist, and will until the transaction ends: whoever puts
   * them somewhere asks here first, so that none is deleted or archived at the same moment and
   * stays there. Transactions that hold the same property wait for each other.
   */
  public List<PropertyView> hold(Collection<UUID> ids) {
    return properties.lockAll(ids).stream().map(Property::view).toList();
  }

  /**
   * Creates a property, once for one request key.
   *
   * @throws ExternalRefTaken if another has its external reference
   * @throws PlanLimitReached if the customer's plan allows no more
   */
  public PropertyView create(PropertyDraft draft, Optional<RequestKey> key) {
    Room room = limits.hold(Limit.PROPERTIES);
    UUID id =
        idempotency.once(
            key,
            () -> {
              Property property = new Property(draft);
              room.require(property.isArchived() ? 0 : 1);
              checkRef(property, draft);
              properties.add(property);
              properties.flush();
              audit.created(ENTITY, property.id(), property.view());
              return property.id();
            });
    return find(id).view();
  }

  /**
   * Makes a property what the draft says. One that is archived leaves its routes, lists and
   * contractors.
   *
   * @param version the version that the author saw
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws ExternalRefTaken if another has its external reference
   * @throws PlanLimitReached if it was archived, and the customer's plan allows no more
   */
  public PropertyView update(UUID id, int version, PropertyDraft draft) {
    Property property = lock(id);
    StaleVersion.check(version, property.version());
    if (property.isArchived() && draft.normal().status() != PropertyStatus.ARCHIVED) {
      limits.hold(Limit.PROPERTIES).require(1);
    }
    checkRef(property, draft);
    PropertyView before = property.view();
    boolean wasArchived = property.isArchived();
    property.describe(draft);
    if (property.isArchived() && !wasArchived) {
      leaving.fire(new PropertyLeaves(id));
    }
    properties.flush();
    if (!property.isWhere(before)) {
      moving.fire(new PropertiesMoved(Set.of(id)));
    }
    audit.changed("update", ENTITY, id, before, property.view());
    return property.view();
  }

  /**
   * Deletes a property, or archives it if anything was ever done there. Either way it leaves its
   * routes, lists and contractors.
   *
   * @return the archived property; empty if it was deleted
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  public Optional<PropertyView> delete(UUID id, int version) {
    Property property = lock(id);
    StaleVersion.check(version, property.version());
    PropertyView before = property.view();
    boolean kept = hasWork(id);
    if (kept) {
      property.archive();
    } else {
      property.delete();
    }
    leaving.fire(new PropertyLeaves(id));
    properties.flush();
    audit.changed(kept ? "archive" : "delete", ENTITY, id, before, property.view());
    return kept ? Optional.of(property.view()) : Optional.empty();
  }

  /**
   * Brings a deleted property back as it was, on no route and no list. One that is there stays as
   * it is.
   *
   * @throws NotFound if there is none, or it was deleted too long ago
   * @throws PlanLimitReached if the customer's plan allows no more
   */
  public PropertyView restore(UUID id) {
    Room room = limits.hold(Limit.PROPERTIES);
    Property property =
        properties
            .lock(id)
            .filter(found -> !found.isDeletedBefore(Now.instant().minus(undo)))
            .orElseThrow(() -> new NotFound(ENTITY));
    if (property.isDeleted()) {
      room.require(property.isArchived() ? 0 : 1);
      PropertyView before = property.view();
      property.restore();
      properties.flush();
      audit.changed("restore", ENTITY, id, before, property.view());
    }
    return property.view();
  }

  /** How long a deleted property can be restored; then it is erased. */
  Duration undo() {
    return undo;
  }

  /**
   * Erases some of the properties that were deleted before then. What nevertheless turns out to
   * have been worked at is archived instead.
   *
   * @return how many are deleted no more, one way or the other
   */
  int erase(Instant before, int most) {
    List<Property> due = properties.deletedBefore(before, most);
    for (Property property : due) {
      PropertyView was = property.view();
      if (hasWork(property.id())) {
        property.restore();
        property.archive();
        properties.flush();
        audit.changed("archive", ENTITY, property.id(), was, property.view());
      } else {
        properties.remove(property);
        audit.deleted(ENTITY, property.id(), was);
      }
    }
    return due.size();
  }

  /** Comes before the property bears the reference, as the question would have it written. */
  private void checkRef(Property property, PropertyDraft draft) {
    Optional.ofNullable(draft.normal().externalRef())
        .map(List::of)
        .map(properties::withRefs)
        .stream()
        .flatMap(List::stream)
        .filter(owner -> !owner.id().equals(property.id()))
        .findFirst()
        .ifPresent(
            owner -> {
              throw new ExternalRefTaken(owner);
            });
  }

  private boolean hasWork(UUID id) {
    return work.stream().anyMatch(somebody -> somebody.any(id));
  }

  private Property find(UUID id) {
    return properties.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }

  private Property lock(UUID id) {
    return properties
        .lock(id)
        .filter(property -> !property.isDeleted())
        .orElseThrow(() -> new NotFound(ENTITY));
  }

  private static boolean isContractor() {
    return CurrentCustomer.actor().is(Role.CONTRACTOR);
  }
}
