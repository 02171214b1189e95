package com.contractorportal.leaving;

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

/** That a customer is to be erased: asked for, confirmed, and due after a time of grace. */
@Entity
@Table(name = "customer_erasure")
class CustomerErasure {

  @Id
  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "customer_name")
  private String customerName;

  private String reason;

  @Enumerated(EnumType.STRING)
  private ErasureStatus status;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "removed_rows")
  private Long removedRows;

  @Version private int version;

  protected CustomerErasure() {}

  CustomerErasure(CustomerId customer, String name, String reason, String requestedBy) {
    this.customerId = customer.value();
    this.customerName = name;
    this.reason = reason;
    this.status = ErasureStatus.REQUESTED;
    this.requestedBy = requestedBy;
    this.requestedAt = Now.instant();
  }

  void confirm(String by, Duration grace) {
    status = ErasureStatus.CONFIRMED;
    confirmedBy = by;
    dueAt = Now.instant().plus(grace);
  }

  boolean isOf(String name) {
    return customerName.equals(name);
  }

  boolean isRequested() {
    return status == ErasureStatus.REQUESTED;
  }

  boolean hasBegun() {
    return status == ErasureStatus.ROWS_GONE;
  }

  long removedRows() {
    return removedRows == null ? 0 : removedRows;
  }

  ErasureView view() {
    return new ErasureView(
        new CustomerId(customerId).value(),
        customerName,
        reason,
        status,
        requestedBy,
        requestedAt,
        Optional.ofNullable(confirmedBy),
        Optional.ofNullable(dueAt));
  }
}
