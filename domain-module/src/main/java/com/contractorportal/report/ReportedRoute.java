package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eclipse.persistence.annotations.ReadOnly;

/** A route as reports read it. */
@Entity
@ReadOnly
@Table(name = "route")
class ReportedRoute extends CustomerOwned {

  protected ReportedRoute() {}
}
