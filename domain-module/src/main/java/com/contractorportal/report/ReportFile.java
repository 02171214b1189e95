package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A file that a run wrote. Only files that have such a row are ever given out. */
@Entity
@Table(name = "report_file")
class ReportFile extends CustomerOwned {

  @Column(name = "run_id")
  private UUID runId;

  private String name;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "byte_count")
  private long byteCount;

  private String sha256;

  protected ReportFile() {}

  ReportFile(UUID runId, ReportFileView file) {
    this.runId = runId;
    this.name = file.name();
    this.mediaType = file.mediaType();
    this.byteCount = file.byteCount();
    this.sha256 = file.sha256();
  }

  UUID runId() {
    return runId;
  }

  ReportFileView view() {
    return new ReportFileView(name, mediaType, byteCount, sha256);
  }
}
