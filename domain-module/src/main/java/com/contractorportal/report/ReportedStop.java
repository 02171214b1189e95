package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eclipse.persistence.annotations.ReadOnly;

/** A route's stop as reports read it. */
@Entity
@ReadOnly
@Table(name = "route_stop")
class ReportedStop extends CustomerOwned {

  protected ReportedStop() {}
}
