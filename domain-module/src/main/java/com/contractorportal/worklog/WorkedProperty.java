package com.contractorportal.worklog;

import com.contractorportal.property.PropertyStatus;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eclipse.persistence.annotations.ReadOnly;

/** A property as those read it who plan work and see how far it is. */
@Entity
@ReadOnly
@Table(name = "property")
class WorkedProperty extends CustomerOwned {

  @Enumerated(EnumType.STRING)
  private PropertyStatus status;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  protected WorkedProperty() {}
}
