package com.contractorportal.property;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An import that waits for, or has, somebody to work on it. It lives above customers, because
 * whoever looks for work has no customer yet; it holds nothing of theirs but which one.
 */
@Entity
@Table(name = "import_task")
class ImportTask {

  @Id
  @Column(name = "import_id")
  private UUID importId;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  private int attempts;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected ImportTask() {}

  ImportTask(UUID importId, CustomerId customer) {
    this.importId = importId;
    this.customerId = customer.value();
    this.createdAt = Now.instant();
  }

  void leaseTo(String owner, Duration lease) {
    leaseOwner = owner;
    attempts++;
    renew(lease);
  }

  void renew(Duration lease) {
    leaseUntil = Now.instant().plus(lease);
  }

  /** Nobody works on it, and the attempt that was begun does not count. */
  void giveBack() {
    leaseOwner = null;
    leaseUntil = null;
    attempts--;
  }

  boolean isLeasedTo(String owner) {
    return owner.equals(leaseOwner);
  }

  UUID importId() {
    return importId;
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  int attempts() {
    return attempts;
  }
}
