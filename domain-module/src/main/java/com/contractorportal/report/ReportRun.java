package com.contractorportal.report;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One making of a report for its customer. A further attempt in the same night goes on with the
 * same run: it is {@code RUNNING} again until it is {@code COMPLETED} or has {@code FAILED} for
 * good.
 */
@Entity
@Table(name = "report_run")
class ReportRun extends CustomerOwned {

  private String kind;

  @Enumerated(EnumType.STRING)
  private RunOrigin origin;

  @Column(name = "night_id")
  private UUID nightId;

  @Column(name = "as_of")
  private Instant asOf;

  @Enumerated(EnumType.STRING)
  private RunStatus status;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "row_count")
  private long rowCount;

  private String error;

  @Column(name = "emptied_at")
  private Instant emptiedAt;

  protected ReportRun() {}

  ReportRun(String kind, Lease lease) {
    this(kind, lease.origin(), lease.night(), lease.asOf());
  }

  ReportRun(String kind, RunOrigin origin, UUID nightId, Instant asOf) {
    this.kind = kind;
    this.origin = origin;
    this.nightId = nightId;
    this.asOf = asOf;
    this.status = RunStatus.RUNNING;
    this.startedAt = Now.instant();
  }

  void complete(long rows) {
    status = RunStatus.COMPLETED;
    rowCount = rows;
    error = null;
    endedAt = Now.instant();
  }

  void fail(String why) {
    status = RunStatus.FAILED;
    error = why;
    endedAt = Now.instant();
  }

  /** Its files are forgotten. */
  void empty() {
    emptiedAt = Now.instant();
  }

  String kind() {
    return kind;
  }

  boolean isCompleted() {
    return status == RunStatus.COMPLETED;
  }

  Optional<UUID> nightId() {
    return Optional.ofNullable(nightId);
  }

  Instant asOf() {
    return asOf;
  }

  long rowCount() {
    return rowCount;
  }

  Instant startedAt() {
    return startedAt;
  }

  RunStatus status() {
    return status;
  }

  /**
   * @param rows its rows, or those that are written so far
   */
  ReportRunView view(long rows, List<ReportFileView> files) {
    return new ReportRunView(
        id(),
        kind,
        origin,
        status,
        asOf,
        startedAt,
        Optional.ofNullable(endedAt),
        rows,
        Optional.ofNullable(error),
        files);
  }
}
