package com.contractorportal.leaving;

import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A bundle that a customer asked for, and the work on it. */
@Entity
@Table(name = "data_export")
class DataExport {

  @Id private UUID id;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "requested_by")
  private UUID requestedBy;

  @Enumerated(EnumType.STRING)
  private ExportStatus status;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "byte_count")
  private Long byteCount;

  private String sha256;
  private String failure;
  private int attempts;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  @Version private int version;

  protected DataExport() {}

  DataExport(CustomerId customer, UUID requestedBy) {
    this.id = Ids.next();
    this.customerId = customer.value();
    this.requestedBy = requestedBy;
    this.status = ExportStatus.QUEUED;
    this.createdAt = Now.instant();
  }

  void leaseTo(String owner, Duration lease) {
    status = ExportStatus.RUNNING;
    leaseOwner = owner;
    attempts++;
    renew(lease);
  }

  void renew(Duration lease) {
    leaseUntil = Now.instant().plus(lease);
  }

  boolean isLeasedTo(String owner) {
    return status == ExportStatus.RUNNING && owner.equals(leaseOwner);
  }

  /** Somebody tries again, after a while. */
  void giveBack(Duration pause) {
    status = ExportStatus.QUEUED;
    leaseOwner = null;
    leaseUntil = Now.instant().plus(pause);
  }

  void complete(long bytes, String digest) {
    end(ExportStatus.COMPLETED);
    byteCount = bytes;
    sha256 = digest;
  }

  void fail(String why) {
    end(ExportStatus.FAILED);
    failure = why;
  }

  private void end(ExportStatus how) {
    status = how;
    endedAt = Now.instant();
    leaseOwner = null;
    leaseUntil = null;
  }

  UUID id() {
    return id;
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  Instant createdAt() {
    return createdAt;
  }

  int attempts() {
    return attempts;
  }

  DataExportView view() {
    return new DataExportView(
        id,
        status,
        createdAt,
        Optional.ofNullable(endedAt),
        Optional.ofNullable(byteCount),
        Optional.ofNullable(sha256),
        Optional.ofNullable(failure));
  }
}
