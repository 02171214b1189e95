package com.contractorportal.usage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/** One customer's month. Written by statements that add and replace, as several nodes do both. */
@Entity
@Table(name = "usage_month")
@IdClass(UsageMonth.Key.class)
class UsageMonth {

  /** The primary key. */
  static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String customerId;
    private LocalDate month;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(key.customerId, customerId)
          && Objects.equals(key.month, month);
    }

    @Override
    public int hashCode() {
      return Objects.hash(customerId, month);
    }
  }

  @Id
  @Column(name = "customer_id")
  private String customerId;

  @Id private LocalDate month;

  private long requests;
  private long members;
  private long properties;

  @Column(name = "storage_bytes")
  private long storageBytes;

  private long logs;

  @Column(name = "report_runs")
  private long reportRuns;

  @Column(name = "batch_seconds")
  private long batchSeconds;

  @Column(name = "metered_at")
  private Instant meteredAt;

  /** About when: the time at which a node added requests up. */
  @Column(name = "last_request_at")
  private Instant lastRequestAt;

  protected UsageMonth() {}

  YearMonth month() {
    return YearMonth.from(month);
  }

  boolean wasMeteredBefore(Instant instant) {
    return meteredAt == null || meteredAt.isBefore(instant);
  }

  MonthOfUsage view() {
    return new MonthOfUsage(
        month().toString(),
        requests,
        members,
        properties,
        storageBytes,
        logs,
        reportRuns,
        batchSeconds,
        Optional.ofNullable(meteredAt));
  }
}
