package com.contractorportal.property;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One CSV file on its way to becoming properties.
 *
 * <p>Rows are taken in chunks, each in a transaction that also moves the checkpoint {@code
 * linesDone}: whoever takes over after a crash goes on behind it and takes no row twice.
 */
@Entity
@Table(name = "property_import")
class PropertyImport extends CustomerOwned {

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "dry_run")
  private boolean dryRun;

  @Enumerated(EnumType.STRING)
  private ImportStatus status;

  @Column(name = "bytes_total")
  private long bytesTotal;

  @Column(name = "bytes_done")
  private long bytesDone;

  @Column(name = "lines_done")
  private int linesDone;

  @Column(name = "rows_read")
  private int rowsRead;

  @Column(name = "rows_accepted")
  private int rowsAccepted;

  @Column(name = "rows_rejected")
  private int rowsRejected;

  @Column(name = "rows_created")
  private int rowsCreated;

  @Column(name = "rows_updated")
  private int rowsUpdated;

  @Column(name = "rows_unchanged")
  private int rowsUnchanged;

  private String failure;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected PropertyImport() {}

  PropertyImport(String fileName, boolean dryRun, long bytesTotal, UUID createdBy) {
    this.fileName = fileName;
    this.dryRun = dryRun;
    this.bytesTotal = bytesTotal;
    this.createdBy = createdBy;
    this.status = ImportStatus.QUEUED;
    this.createdAt = Now.instant();
  }

  /** Somebody works on it from now on, perhaps not the first one. */
  void begin() {
    status = ImportStatus.RUNNING;
    startedAt = Optional.ofNullable(startedAt).orElseGet(Now::instant);
  }

  /** What became of a chunk of rows. */
  record Chunk(int created, int updated, int unchanged, int rejected) {}

  /** A chunk of rows has been taken. */
  void advance(int lastLine, long bytesRead, Chunk chunk) {
    int accepted = chunk.created() + chunk.updated() + chunk.unchanged();
    linesDone = lastLine;
    bytesDone = Math.min(bytesRead, bytesTotal);
    rowsRead += accepted + chunk.rejected();
    rowsAccepted += accepted;
    rowsCreated += chunk.created();
    rowsUpdated += chunk.updated();
    rowsUnchanged += chunk.unchanged();
    rowsRejected += chunk.rejected();
  }

  void complete() {
    status = ImportStatus.COMPLETED;
    bytesDone = bytesTotal;
    finishedAt = Now.instant();
  }

  void giveUp(String reason) {
    status = ImportStatus.FAILED;
    failure = reason.length() > 500 ? reason.substring(0, 500) : reason;
    finishedAt = Now.instant();
  }

  boolean isFinished() {
    return status == ImportStatus.COMPLETED || status == ImportStatus.FAILED;
  }

  /** From when it was begun until it was finished; none as long as it is not. */
  Duration timeOfWork() {
    return startedAt == null || finishedAt == null
        ? Duration.ZERO
        : Duration.between(startedAt, finishedAt);
  }

  boolean isDryRun() {
    return dryRun;
  }

  int rowsCreated() {
    return rowsCreated;
  }

  int linesDone() {
    return linesDone;
  }

  UUID createdBy() {
    return createdBy;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** Where the file waits; built of ids only. */
  static Path file(String store, CustomerId customer, UUID importId) {
    return folder(store, customer).resolve(importId + ".csv");
  }

  /** Where a customer's files wait. */
  static Path folder(String store, CustomerId customer) {
    return Path.of(store, "imports", customer.value());
  }

  PropertyImportView view(List<PropertyImportView.RowError> errors) {
    return new PropertyImportView(
        id(),
        fileName,
        dryRun,
        status,
        bytesTotal,
        bytesDone,
        rowsRead,
        rowsAccepted,
        rowsCreated,
        rowsUpdated,
        rowsUnchanged,
        rowsRejected,
        Optional.ofNullable(failure),
        createdAt,
        Optional.ofNullable(startedAt),
        Optional.ofNullable(finishedAt),
        errors);
  }
}
