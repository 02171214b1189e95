package com.contractorportal.property;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

/** The tables of a route, its stops seen as a collection of positions. */
@Entity
@Table(name = "route")
class RouteWithCollection extends CustomerOwned {

  @ElementCollection
  @CollectionTable(
      name = "route_stop",
      joinColumns = {
        @JoinColumn(name = "route_id", referencedColumnName = "id"),
        @JoinColumn(name = "customer_id", referencedColumnName = "customer_id")
      })
  @Column(name = "position")
  private Set<Integer> positions = new HashSet<>();

  Set<Integer> positions() {
    return positions;
  }
}
