package com.contractorportal.equipment;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What has rates. Whoever changes them locks it, so that no two do so at a time. */
@Entity
@Table(name = "equipment")
class Equipment extends CustomerOwned {

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Equipment() {}

  Equipment(String name) {
    this.name = name;
    this.createdAt = Now.instant();
  }
}
