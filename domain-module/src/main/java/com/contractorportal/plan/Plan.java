package com.contractorportal.plan;

import com.contractorportal.persistence.Now;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** What a customer may have been sold; a limit that is absent is none. */
@Entity
@Table(name = "plan")
class Plan {

  @Id private String code;

  @Version private int version;

  private int position;

  @Column(name = "max_members")
  private Integer maxMembers;

  @Column(name = "max_properties")
  private Integer maxProperties;

  @Column(name = "max_storage_bytes")
  private Long maxStorageBytes;

  @Column(name = "max_requests_per_minute")
  private Integer maxRequestsPerMinute;

  @Column(name = "report_history_days")
  private Integer reportHistoryDays;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected Plan() {}

  int version() {
    return version;
  }

  void allow(PlanDraft draft) {
    maxMembers = draft.maxMembers();
    maxProperties = draft.maxProperties();
    maxStorageBytes = draft.maxStorageBytes();
    maxRequestsPerMinute = draft.maxRequestsPerMinute();
    reportHistoryDays = draft.reportHistoryDays();
    updatedAt = Now.instant();
  }

  PlanView view() {
    return new PlanView(
        code,
        Optional.ofNullable(maxMembers),
        Optional.ofNullable(maxProperties),
        Optional.ofNullable(maxStorageBytes),
        Optional.ofNullable(maxRequestsPerMinute),
        Optional.ofNullable(reportHistoryDays),
        version);
  }
}
