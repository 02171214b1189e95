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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One round of reports over all customers, or over one. It is {@code RUNNING} from its start until
 * every customer's result is final, then {@code COMPLETED}, even if some of them failed, unless
 * somebody has {@code CANCELLED} it.
 */
@Entity
@Table(name = "report_night")
class ReportNight {

  /** How many reports a customer may have asked for that are not made yet. */
  static final int SLOTS = 3;

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

  @Column(name = "report_day")
  private LocalDate day;

  private String kinds;
  private String formats;

  @Column(name = "from_day")
  private LocalDate fromDay;

  @Column(name = "to_day")
  private LocalDate toDay;

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "property_id")
  private UUID propertyId;

  /** One of the customer's few, while it is open; none for rounds of operators. */
  private Integer slot;

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

  static ReportNight manual(UUID id, Round round, Instant asOf, Optional<UUID> requestedBy) {
    ReportNight night = new ReportNight(id, NightKind.MANUAL, asOf);
    night.customerId = round.only().map(CustomerId::value).orElse(null);
    night.requestedBy = requestedBy.orElse(null);
    night.day = round.day().orElse(null);
    night.kinds = joined(round.kinds());
    return night;
  }

  /**
   * @param slot from 1 to {@link #SLOTS}
   */
  static ReportNight onDemand(
      CustomerId customer, Wishes wishes, Optional<UUID> requestedBy, int slot) {
    ReportNight night = new ReportNight(Ids.next(), NightKind.ON_DEMAND, Now.instant());
    night.customerId = customer.value();
    night.requestedBy = requestedBy.orElse(null);
    night.kinds = joined(wishes.kinds());
    night.formats = joined(wishes.formats());
    night.fromDay = wishes.from().orElse(null);
    night.toDay = wishes.to().orElse(null);
    night.eventId = wishes.eventId().orElse(null);
    night.propertyId = wishes.propertyId().orElse(null);
    night.slot = slot;
    return night;
  }

  private static String joined(List<String> names) {
    return names.isEmpty() ? null : String.join(",", names);
  }

  private static List<String> apart(String joined) {
    return joined == null ? List.of() : List.of(joined.split(","));
  }

  /** More customers are in it now. */
  void grow(int more) {
    customers += more;
  }

  /** From its start to its end, or until now. */
  Duration duration() {
    return Duration.between(startedAt, endedAt == null ? Now.instant() : endedAt);
  }

  boolean isRunning() {
    return status == NightStatus.RUNNING;
  }

  boolean isCancelled() {
    return status == NightStatus.CANCELLED;
  }

  /** Customers have come whose night was not over, in a time zone that nobody was in before. */
  void reopen() {
    status = NightStatus.RUNNING;
    endedAt = null;
  }

  void complete() {
    end(NightStatus.COMPLETED);
  }

  void cancel() {
    end(NightStatus.CANCELLED);
  }

  private void end(NightStatus how) {
    status = how;
    endedAt = Now.instant();
    slot = null;
  }

  /** Whether the same was asked for. */
  boolean isOf(Round round) {
    return round.only().map(CustomerId::value).equals(Optional.ofNullable(customerId))
        && round.day().equals(Optional.ofNullable(day))
        && round.kinds().equals(apart(kinds));
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

  Optional<CustomerId> only() {
    return Optional.ofNullable(customerId).map(CustomerId::new);
  }

  RunOrigin origin() {
    return kind == NightKind.NIGHTLY ? RunOrigin.NIGHTLY : RunOrigin.ON_DEMAND;
  }

  Wishes wishes() {
    return new Wishes(
        apart(kinds),
        apart(formats),
        Optional.ofNullable(fromDay),
        Optional.ofNullable(toDay),
        Optional.ofNullable(eventId),
        Optional.ofNullable(propertyId));
  }

  Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }

  String kinds() {
    return kinds;
  }

  String formats() {
    return formats;
  }

  Integer slot() {
    return slot;
  }

  NightView view(NightView.Counts counts) {
    return new NightView(
        id,
        kind,
        Optional.ofNullable(nightDate),
        asOf,
        day(),
        apart(kinds),
        status,
        Optional.ofNullable(customerId),
        startedAt,
        Optional.ofNullable(endedAt),
        counts);
  }
}
