package com.contractorportal.route;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** A property's place on a route. */
@Entity
@Table(name = "route_stop")
class RouteStop extends CustomerOwned {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "route_id", referencedColumnName = "id")
  @JoinColumn(
      name = "customer_id",
      referencedColumnName = "customer_id",
      insertable = false,
      updatable = false)
  private Route route;

  @Column(name = "property_id")
  private UUID propertyId;

  private int position;

  protected RouteStop() {}

  RouteStop(Route route, UUID propertyId, int position) {
    this.route = route;
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
