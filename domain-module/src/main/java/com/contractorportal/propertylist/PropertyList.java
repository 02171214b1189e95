package com.contractorportal.propertylist;

import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Properties that somebody wants to find together, in an order; each is on it once. */
@Entity
@Table(name = "property_list")
class PropertyList extends CustomerOwned {

  private String name;
  private String description;

  @OneToMany(mappedBy = "list", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<PropertyListEntry> entries = new ArrayList<>();

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected PropertyList() {}

  PropertyList(PropertyListDraft draft) {
    createdAt = Now.instant();
    describe(draft);
  }

  /** Makes it what the draft says, its entries included. */
  void describe(PropertyListDraft draft) {
    name = draft.name().strip();
    description =
        Optional.ofNullable(draft.description())
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElse(null);
    put(Optional.ofNullable(draft.properties()).orElse(List.of()));
  }

  /** Replaces the entries; those that stay keep their rows. */
  private void put(List<UUID> propertyIds) {
    if (new HashSet<>(propertyIds).size() < propertyIds.size()) {
      throw new InvalidField("properties", "A property is on a list once; name each only once.");
    }
    Map<UUID, PropertyListEntry> present =
        entries.stream()
            .collect(Collectors.toMap(PropertyListEntry::propertyId, Function.identity()));
    entries.retainAll(propertyIds.stream().map(present::get).collect(Collectors.toSet()));
    for (int position = 0; position < propertyIds.size(); position++) {
      UUID propertyId = propertyIds.get(position);
      PropertyListEntry entry = present.get(propertyId);
      if (entry == null) {
        entries.add(new PropertyListEntry(this, propertyId, position));
      } else {
        entry.moveTo(position);
      }
    }
    entries.sort(Comparator.comparingInt(PropertyListEntry::position));
    updatedAt = Now.instant();
  }

  /** A property is served no more: it leaves the list. */
  void skip(UUID propertyId) {
    put(propertyIds().stream().filter(id -> !id.equals(propertyId)).toList());
  }

  String name() {
    return name;
  }

  Optional<String> description() {
    return Optional.ofNullable(description);
  }

  List<UUID> propertyIds() {
    return entries.stream().map(PropertyListEntry::propertyId).toList();
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }
}
