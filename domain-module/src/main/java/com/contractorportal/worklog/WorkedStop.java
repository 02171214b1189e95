package com.contractorportal.worklog;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;

/** A route's stop as those read it who plan work and see how far it is. */
@Entity
@ReadOnly
@Table(name = "route_stop")
class WorkedStop extends CustomerOwned {

  @Column(name = "route_id")
  private UUID routeId;

  @Column(name = "property_id")
  private UUID propertyId;

  protected WorkedStop() {}
}
