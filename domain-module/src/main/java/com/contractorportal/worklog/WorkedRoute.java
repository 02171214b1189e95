package com.contractorportal.worklog;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;

/** A route as those read it who plan work and see how far it is. */
@Entity
@ReadOnly
@Table(name = "route")
class WorkedRoute extends CustomerOwned {

  private String name;

  @Column(name = "member_id")
  private UUID memberId;

  protected WorkedRoute() {}
}
