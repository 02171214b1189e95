package com.contractorportal.propertylist;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** A property's place on a list. */
@Entity
@Table(name = "property_list_entry")
class PropertyListEntry extends CustomerOwned {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "list_id", referencedColumnName = "id")
  @JoinColumn(
      name = "customer_id",
      referencedColumnName = "customer_id",
      insertable = false,
      updatable = false)
  private PropertyList list;

  @Column(name = "property_id")
  private UUID propertyId;

  private int position;

  protected PropertyListEntry() {}

  PropertyListEntry(PropertyList list, UUID propertyId, int position) {
    this.list = list;
    this.propertyId = propertyId;
    this.position = position;
  }

  UUID propertyId() {
    return propertyId;
  }

  int position() {
    return position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }
}
