package com.contractorportal.report;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One customer in one night. {@code PENDING} until a worker leases it, {@code RUNNING} while a
 * lease is held or has ended unused, then {@code COMPLETED}, or {@code PENDING} again after a
 * failed attempt and {@code FAILED} after the last one. A customer out of service is {@code
 * SKIPPED}.
 */
@Entity
@Table(name = "report_result")
@IdClass(ReportResult.Key.class)
class ReportResult {

  /** A night and a customer. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID nightId;
    private String customerId;

    protected Key() {}

    Key(UUID nightId, CustomerId customer) {
      this.nightId = nightId;
      this.customerId = customer.value();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(nightId, key.nightId)
          && Objects.equals(customerId, key.customerId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(nightId, customerId);
    }
  }

  @Id
  @Column(name = "night_id")
  private UUID nightId;

  @Id
  @Column(name = "customer_id")
  private String customerId;

  @Version private int version;

  @Enumerated(EnumType.STRING)
  private ResultStatus status;

  /** The instant that the reports describe; none in results of older releases. */
  @Column(name = "as_of")
  private Instant asOf;

  private int attempts;

  /** Attempts that ended in a failure. */
  private int failures;

  /** When a failed attempt may be repeated. */
  @Column(name = "not_before")
  private Instant notBefore;

  /** How long failed attempts worked. */
  @Column(name = "worked_ms")
  private long workedMs;

  /** Rows of all reports that are written so far. */
  @Column(name = "rows_done")
  private long rowsDone;

  /** Reports that are made so far. */
  @Column(name = "reports_done")
  private int reportsDone;

  @Column(name = "lease_owner")
  private String leaseOwner;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "row_count")
  private Long rowCount;

  @Column(name = "byte_count")
  private Long byteCount;

  private String error;

  protected ReportResult() {}

  void lease(String owner, Instant until) {
    status = ResultStatus.RUNNING;
    attempts++;
    notBefore = null;
    leaseOwner = owner;
    leaseUntil = until;
    if (startedAt == null) {
      startedAt = Now.instant();
    }
  }

  /**
   * @throws LeaseLost if another lease has taken its place
   */
  void requireHeldBy(Lease lease) {
    if (status != ResultStatus.RUNNING || !lease.owner().equals(leaseOwner)) {
      throw new LeaseLost();
    }
  }

  void renew(Instant until, long rows, int reports) {
    leaseUntil = until;
    rowsDone = rows;
    reportsDone = reports;
  }

  void complete(long rows, long bytes) {
    end(ResultStatus.COMPLETED, null);
    rowCount = rows;
    byteCount = bytes;
    rowsDone = rows;
  }

  /** An attempt ends, and so does the lease unless it was the last. */
  void failed(Duration worked) {
    failures++;
    workedMs += worked.toMillis();
  }

  /** Those never tried have no such instant and come first. */
  void tryAgain(String why, Instant notBefore) {
    status = ResultStatus.PENDING;
    leaseOwner = null;
    leaseUntil = null;
    error = why;
    this.notBefore = notBefore;
  }

  /** The attempt that was begun does not count; the customer is the next in line. */
  void giveBack() {
    status = ResultStatus.PENDING;
    attempts--;
    leaseOwner = null;
    leaseUntil = null;
  }

  void fail(String why) {
    end(ResultStatus.FAILED, why);
  }

  void skip(String why) {
    end(ResultStatus.SKIPPED, why);
  }

  private void end(ResultStatus how, String why) {
    status = how;
    error = why;
    leaseOwner = null;
    leaseUntil = null;
    endedAt = Now.instant();
  }

  boolean isOpen() {
    return status == ResultStatus.PENDING || status == ResultStatus.RUNNING;
  }

  String customerId() {
    return customerId;
  }

  int attempts() {
    return attempts;
  }

  int failures() {
    return failures;
  }

  Duration worked() {
    return Duration.ofMillis(workedMs);
  }

  Optional<Instant> asOf() {
    return Optional.ofNullable(asOf);
  }

  NightResultView view(String customerName) {
    return new NightResultView(
        customerId,
        customerName,
        status,
        asOf(),
        attempts,
        Optional.ofNullable(startedAt),
        Optional.ofNullable(endedAt),
        Optional.ofNullable(rowCount),
        Optional.ofNullable(byteCount),
        Optional.ofNullable(error));
  }
}
