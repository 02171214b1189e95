package com.contractorportal.execution;

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

/** One execution for one customer, as operators see it. */
@Entity
@Table(name = "execution_log")
class ExecutionEntry {

  private static final int MOST_OF_AN_ERROR = 1000;
  private static final long ITEMS_A_UNIT = 1000;

  @Id private UUID id;

  @Version private int version;

  @Column(name = "customer_id")
  private String customerId;

  @Enumerated(EnumType.STRING)
  private ExecutionKind kind;

  private String reference;

  @Enumerated(EnumType.STRING)
  private ExecutionStatus status;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "item_count")
  private Long items;

  @Column(name = "byte_count")
  private Long bytes;

  @Column(name = "cost_units")
  private Long costUnits;

  private String error;

  protected ExecutionEntry() {}

  ExecutionEntry(CustomerId customer, ExecutionKind kind, String reference) {
    this.id = Ids.next();
    this.customerId = customer.value();
    this.kind = kind;
    this.reference = reference;
    this.status = ExecutionStatus.RUNNING;
    this.startedAt = Now.instant();
  }

  void complete(long handled, long size) {
    items = handled;
    bytes = size;
    end(ExecutionStatus.COMPLETED);
  }

  void fail(String why) {
    error = why.length() > MOST_OF_AN_ERROR ? why.substring(0, MOST_OF_AN_ERROR) : why;
    end(ExecutionStatus.FAILED);
  }

  void interrupt() {
    end(ExecutionStatus.INTERRUPTED);
  }

  private void end(ExecutionStatus how) {
    status = how;
    endedAt = Now.instant();
    costUnits = costUnits(Duration.between(startedAt, endedAt), items == null ? 0 : items);
  }

  /** One for each second begun, and one for each thousand items begun. */
  static long costUnits(Duration time, long items) {
    long seconds = time.isNegative() ? 0 : time.plusMillis(999).toSeconds();
    return seconds + (items + ITEMS_A_UNIT - 1) / ITEMS_A_UNIT;
  }

  boolean isRunning() {
    return status == ExecutionStatus.RUNNING;
  }

  UUID id() {
    return id;
  }

  Instant startedAt() {
    return startedAt;
  }

  ExecutionView view() {
    return new ExecutionView(
        id,
        kind,
        reference,
        status,
        startedAt,
        Optional.ofNullable(endedAt),
        Optional.ofNullable(endedAt).map(end -> Duration.between(startedAt, end).toMillis()),
        Optional.ofNullable(items),
        Optional.ofNullable(bytes),
        Optional.ofNullable(costUnits),
        Optional.ofNullable(error));
  }
}
