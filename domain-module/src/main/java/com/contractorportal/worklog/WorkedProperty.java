package com.contractorportal.worklog;

import com.contractorportal.property.PropertyStatus;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;

/** A property as those read it who plan work and see how far it is. */
@Entity
@ReadOnly
@Table(name = "property")
class WorkedProperty extends CustomerOwned {

  private String name;

  private String street;

  private String city;

  private BigDecimal latitude;

  private BigDecimal longitude;

  @Enumerated(EnumType.STRING)
  private PropertyStatus status;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  protected WorkedProperty() {}

  String name() {
    return name;
  }

  /** This property in an event for which the work there stands so. */
  EventProperty in(EventPropertyService.Standing standing, List<UUID> routeIds) {
    return new EventProperty(
        id(),
        name,
        street,
        Optional.ofNullable(city),
        Optional.ofNullable(latitude),
        Optional.ofNullable(longitude),
        standing.state(),
        standing.since(),
        routeIds,
        standing.memberIds(),
        standing.logs(),
        standing.open());
  }
}
