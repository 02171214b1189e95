package com.contractorportal.propertylist;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.idempotency.Idempotency;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.ListsProperties;
import com.contractorportal.property.PropertyLeaves;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyStatus;
import com.contractorportal.property.PropertyView;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The customer's lists of properties; the office keeps them. */
@ApplicationScoped
@Transactional
public class PropertyListService implements ListsProperties {

  private static final String ENTITY = "list";

  @Inject private PropertyListRepository lists;
  @Inject private PropertyService properties;
  @Inject private AuditTrail audit;
  @Inject private Idempotency idempotency;

  /**
   * One page of the lists, by name.
   *
   * @param text stands in the name or description
   */
  public Page<PropertyListSummary> list(Optional<String> text, PageRequest request) {
    Page<PropertyList> page = lists.page(text, request);
    Map<UUID, Integer> counts = lists.counts(page.items().stream().map(PropertyList::id).toList());
    return page.map(
        list ->
            new PropertyListSummary(
                list.id(),
                list.name(),
                list.description(),
                counts.getOrDefault(list.id(), 0),
                list.version()));
  }

  /**
   * @throws NotFound if there is none
   */
  public PropertyListView get(UUID id) {
    return view(find(id));
  }

  /**
   * Creates a list, once for one request key.
   *
   * @throws ListNameTaken if another has the name
   * @throws InvalidField if a property does not exist, comes twice or is archived
   */
  public PropertyListView create(PropertyListDraft draft, Optional<RequestKey> key) {
    UUID id =
        idempotency.once(
            key,
            () -> {
              check(draft, Optional.empty());
              PropertyList list = new PropertyList(draft);
              lists.add(list);
              lists.flush();
              audit.created(ENTITY, list.id(), view(list));
              return list.id();
            });
    return view(find(id));
  }

  /**
   * Makes a list what the draft says, its entries included.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   * @throws ListNameTaken as for {@link #create}
   * @throws InvalidField as for {@link #create}
   */
  public PropertyListView update(UUID id, int version, PropertyListDraft draft) {
    PropertyList list = find(id);
    StaleVersion.check(version, list.version());
    check(draft, Optional.of(list));
    PropertyListView before = view(list);
    list.describe(draft);
    lists.flush();
    PropertyListView after = view(list);
    audit.changed("update", ENTITY, id, before, after);
    return after;
  }

  /**
   * Deletes a list; its properties stay.
   *
   * @throws NotFound if there is none
   * @throws StaleVersion if it was changed since
   */
  public void delete(UUID id, int version) {
    PropertyList list = find(id);
    StaleVersion.check(version, list.version());
    audit.deleted(ENTITY, id, view(list));
    lists.remove(list);
    lists.flush();
  }

  @Override
  public String idsOfList() {
    return PropertyListRepository.IDS_OF_LIST;
  }

  /** Takes a property that is archived or deleted off every list. */
  void letGo(@Observes PropertyLeaves leaving) {
    for (PropertyList list : lists.withProperty(leaving.propertyId())) {
      PropertyListView before = view(list);
      list.skip(leaving.propertyId());
      lists.flush();
      audit.changed("property-left", ENTITY, list.id(), before, view(list));
    }
  }

  /** What is on the list already may stay there; what is new must be in service. */
  private void check(PropertyListDraft draft, Optional<PropertyList> present) {
    String name = draft.name().strip();
    if (lists
        .named(name)
        .filter(owner -> !present.map(PropertyList::id).equals(Optional.of(owner)))
        .isPresent()) {
      throw new ListNameTaken(name);
    }
    List<UUID> wanted = Optional.ofNullable(draft.properties()).orElse(List.of());
    Set<UUID> staying = present.map(list -> Set.copyOf(list.propertyIds())).orElse(Set.of());
    Map<UUID, PropertyView> known = byId(properties.hold(wanted));
    for (int i = 0; i < wanted.size(); i++) {
      PropertyView property = known.get(wanted.get(i));
      if (property == null) {
        throw new InvalidField("properties[" + i + "]", "There is no such property.");
      }
      if (property.status() == PropertyStatus.ARCHIVED && !staying.contains(property.id())) {
        throw new InvalidField(
            "properties[" + i + "]",
            "The property %s is archived and on no list.",
            property.name());
      }
    }
  }

  private PropertyListView view(PropertyList list) {
    Map<UUID, PropertyView> known = byId(properties.getAll(list.propertyIds()));
    return new PropertyListView(
        list.id(),
        list.name(),
        list.description(),
        list.propertyIds().stream()
            .map(known::get)
            .filter(Objects::nonNull)
            .map(PropertyListService::entry)
            .toList(),
        list.version(),
        list.createdAt(),
        list.updatedAt());
  }

  private static PropertyListView.Entry entry(PropertyView property) {
    return new PropertyListView.Entry(
        property.id(),
        property.name(),
        property.street(),
        property.city(),
        property.latitude(),
        property.longitude(),
        property.status());
  }

  private static Map<UUID, PropertyView> byId(Collection<PropertyView> properties) {
    return properties.stream().collect(Collectors.toMap(PropertyView::id, Function.identity()));
  }

  private PropertyList find(UUID id) {
    return lists.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }
}
