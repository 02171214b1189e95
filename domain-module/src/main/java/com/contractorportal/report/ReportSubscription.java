package com.contractorportal.report;

import com.contractorportal.persistence.Now;
import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** That a member wants to be told when a report is there. */
@Entity
@Table(name = "report_subscription")
class ReportSubscription extends CustomerOwned {

  private static final String BETWEEN = ",";

  @Column(name = "account_id")
  private UUID accountId;

  private String kind;

  private String formats;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected ReportSubscription() {}

  ReportSubscription(UUID accountId, String kind, List<String> formats) {
    this.accountId = accountId;
    this.kind = kind;
    this.createdAt = Now.instant();
    in(formats);
  }

  /** Says in which formats the member wants it. */
  final void in(List<String> wanted) {
    formats = String.join(BETWEEN, wanted);
    updatedAt = Now.instant();
  }

  UUID accountId() {
    return accountId;
  }

  String kind() {
    return kind;
  }

  /** Whether a file of that name is in a format that is wanted. */
  boolean wants(String fileName) {
    return view().formats().stream().anyMatch(format -> fileName.endsWith("." + format));
  }

  ReportSubscriptionView view() {
    return new ReportSubscriptionView(kind, List.of(formats.split(BETWEEN)), createdAt, updatedAt);
  }
}
