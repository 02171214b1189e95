package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eclipse.persistence.annotations.ReadOnly;

/** A property as reports read it. */
@Entity
@ReadOnly
@Table(name = "property")
class ReportedProperty extends CustomerOwned {

  private String status;

  protected ReportedProperty() {}
}
