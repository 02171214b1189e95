package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.persistence.annotations.ReadOnly;

/** A member as reports read them. */
@Entity
@ReadOnly
@Table(name = "member")
class ReportedMember extends CustomerOwned {

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "hourly_cost")
  private BigDecimal hourlyCost;

  private String currency;

  protected ReportedMember() {}

  String displayName() {
    return displayName;
  }

  Optional<BigDecimal> hourlyCost() {
    return Optional.ofNullable(hourlyCost);
  }

  Optional<String> currency() {
    return Optional.ofNullable(currency);
  }
}
