package com.contractorportal.report;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One round of reports over all customers, or over one. It is {@code RUNNING} from its start until
 * every customer's result is final, then {@code COMPLETED}, even if some of them failed.
 */
@Entity
@Table(name = "report_night")
class ReportNight {

  @Id private UUID id;

  @Version private int version;

  @Enumerated(EnumType.STRING)
  private NightKind kind;

  @Column(name = "night_date")
  private LocalDate nightDate;

  @Column(name = "as_of")
  private Instant asOf;

  @Enumerated(EnumType.STRING)
  private NightStatus status;

  @Column(name = "customer_id")
  private String customerId;

  @Column(name = "requested_by")
  private UUID requestedBy;

  private int customers;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected ReportNight() {}

  private ReportNight(UUID id, NightKind kind, Instant asOf) {
    this.id = id;
    this.kind = kind;
    this.asOf = asOf;
    this.status = NightStatus.RUNNING;
    this.startedAt = Now.instant();
  }

  static ReportNight nightly(LocalDate date, Instant asOf) {
    ReportNight night = new ReportNight(Ids.next(), NightKind.NIGHTLY, asOf);
    night.nightDate = date;
    return night;
  }

  static ReportNight manual(UUID id, Optional<CustomerId> only, Optional<UUID> requestedBy) {
    ReportNight night = new ReportNight(id, NightKind.MANUAL, Now.instant());
    night.customerId = only.map(CustomerId::value).orElse(null);
    night.requestedBy = requestedBy.orElse(null);
    return night;
  }

  /** More customers are in it now. */
  void grow(int more) {
    customers += more;
  }

  boolean isRunning() {
    return status == NightStatus.RUNNING;
  }

  void complete() {
    status = NightStatus.COMPLETED;
    endedAt = Now.instant();
  }

  /** Customers have come whose night was not over, in a time zone that nobody was in before. */
  void reopen() {
    status = NightStatus.RUNNING;
    endedAt = null;
  }

  boolean covers(Optional<CustomerId> only) {
    return only.map(CustomerId::value).equals(Optional.ofNullable(customerId));
  }

  UUID id() {
    return id;
  }

  NightKind kind() {
    return kind;
  }

  LocalDate nightDate() {
    return nightDate;
  }

  String customerId() {
    return customerId;
  }

  UUID requestedBy() {
    return requestedBy;
  }

  Instant asOf() {
    return asOf;
  }

  Instant startedAt() {
    return startedAt;
  }

  RunOrigin origin() {
    return kind == NightKind.NIGHTLY ? RunOrigin.NIGHTLY : RunOrigin.ON_DEMAND;
  }

  Wishes wishes() {
    return Wishes.NONE;
  }

  NightView view(NightView.Counts counts) {
    return new NightView(
        id,
        kind,
        Optional.ofNullable(nightDate),
        asOf,
        status,
        Optional.ofNullable(customerId),
        startedAt,
        Optional.ofNullable(endedAt),
        counts);
  }
}
