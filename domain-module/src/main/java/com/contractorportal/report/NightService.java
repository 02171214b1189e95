package com.contractorportal.report;

import com.contractorportal.audit.PlatformAudit;
import com.contractorportal.idempotency.IdempotencyKeyReused;
import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Ids;
import com.contractorportal.persistence.Now;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Nights of reports, above customers: which are to be made, who makes which customer's, and what
 * came of it. Any number of nodes may work on one night; each customer is leased to one worker at a
 * time.
 */
@ApplicationScoped
@Transactional
public class NightService {

  private static final String ENTITY = "report-night";
  private static final String NEWEST_FIRST = "-startedAt";
  static final String CANCELLED = "The run was cancelled.";

  @Inject private NightRepository nights;
  @Inject private NightlyTime nightly;
  @Inject private PlatformAudit audit;
  @Inject private Reports reports;

  @Inject
  @ConfigProperty(name = "portal.report.lease", defaultValue = "PT2M")
  private Duration leaseTime;

  @Inject
  @ConfigProperty(name = "portal.report.retry.pause", defaultValue = "PT1M")
  private Duration retryPause;

  /**
   * Puts all customers whose local night has come into the night of its date, unless some node did
   * already. In each time zone this is the newest date that has come, so that after a long stop the
   * last night is made up for; whoever became a customer later begins with the next one.
   */
  public void addDue(Instant now) {
    if (nightly.isOff()) {
      return;
    }
    SortedMap<LocalDate, Map<String, Instant>> due = new TreeMap<>();
    for (String zone : nights.timeZones()) {
      LocalDate date = nightly.lastDue(now, NightlyTime.zone(zone));
      if (lacks(date, zone)) {
        due.computeIfAbsent(date, newOne -> new TreeMap<>()).put(zone, asOf(date, zone));
      }
    }
    due.forEach(this::add);
  }

  private void add(LocalDate date, Map<String, Instant> asOfByZone) {
    ReportNight begun = ReportNight.nightly(date, nightly.of(date, ZoneOffset.UTC));
    ReportNight night = nights.addOrLock(begun);
    asOfByZone.forEach((zone, asOf) -> night.grow(nights.addResults(night.id(), asOf, zone)));
    if (night.isCancelled()) {
      nights.skipOpen(night.id(), CANCELLED); // For those to whom the date came later, too.
    } else if (!night.isRunning() && nights.isOpen(night.id())) {
      night.reopen();
    }
    if (night.id().equals(begun.id())) {
      audit.record(
          Actor.portal("nightly report", night.id().toString()),
          "start",
          ENTITY,
          night.id().toString(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(view(night)));
    }
  }

  private boolean lacks(LocalDate date, String zone) {
    return nights.lacks(date, asOf(date, zone), zone);
  }

  private Instant asOf(LocalDate date, String zone) {
    return nightly.of(date, NightlyTime.zone(zone));
  }

  /**
   * Starts reports on behalf of the acting operator, once for one request key.
   *
   * @throws NotFound if there is no such customer
   * @throws InvalidField if there is no such kind of report, or the day's night is still to come
   * @throws IdempotencyKeyReused if the key came with another request before
   */
  public NightView startManual(Round round, Optional<RequestKey> key) {
    requireKinds(round.kinds());
    Optional<CustomerId> only = round.only();
    List<String> zones = only.map(this::timeZoneOf).orElseGet(nights::timeZones);
    round.day().ifPresent(day -> requirePast(day, zones));
    Optional<UUID> operator = CurrentCustomer.actor().accountId();
    UUID id = key.map(given -> idOf(operator, given)).orElseGet(Ids::next);
    Instant asOf =
        round
            .day()
            .map(day -> asOf(day, only.isPresent() ? zones.get(0) : "UTC"))
            .orElse(Now.instant());
    if (!nights.add(ReportNight.manual(id, round, asOf, operator))) {
      ReportNight earlier = find(id);
      if (!earlier.isOf(round)) {
        throw new IdempotencyKeyReused();
      }
      return view(earlier);
    }
    NightView started = fill(id, round, zones);
    audit.record("start", ENTITY, id.toString(), only, Optional.empty(), Optional.of(started));
    return started;
  }

  private List<String> timeZoneOf(CustomerId customer) {
    return List.of(nights.timeZone(customer).orElseThrow(() -> new NotFound("customer")));
  }

  private void requirePast(LocalDate day, List<String> zones) {
    if (day.isBefore(Period.FIRST_DAY)) {
      throw new InvalidField("day", "Give a day since %s.", Period.FIRST_DAY);
    }
    Instant now = Now.instant();
    if (zones.stream().anyMatch(zone -> asOf(day, zone).isAfter(now))) {
      throw new InvalidField("day", "The night of this day is still to come: give an earlier one.");
    }
  }

  private void requireKinds(List<String> wanted) {
    List<String> known = reports.all().stream().map(Report::kind).toList();
    if (!known.containsAll(wanted)) {
      throw new InvalidField("kinds", "Name kinds of reports: %s.", String.join(", ", known));
    }
  }

  /**
   * Adds a round of one report for the current customer, as of now.
   *
   * @throws TooManyOpenReports if the customer has as many of them as there may be
   */
  @Transactional(Transactional.TxType.MANDATORY)
  ReportNight startOnDemand(Wishes wishes) {
    CustomerId customer = CurrentCustomer.require();
    nights.holdSlots(customer);
    for (int slot = 1; slot <= ReportNight.SLOTS; slot++) {
      ReportNight night =
          ReportNight.onDemand(customer, wishes, CurrentCustomer.actor().accountId(), slot);
      if (nights.add(night)) {
        nights.addResult(night);
        return night;
      }
    }
    throw new TooManyOpenReports();
  }

  /**
   * Stops a round: what is not final is skipped, and workers stop at their next page. Repeated, it
   * changes nothing.
   *
   * @return the customers on whom work had begun, whose runs are to be ended
   * @throws NotFound if there is no such round
   * @throws RoundIsOver if it is completed
   */
  public List<CustomerId> cancel(UUID id) {
    ReportNight night =
        nights.lock(id).filter(NightService::isOperators).orElseThrow(() -> new NotFound(ENTITY));
    if (!night.isRunning() && !night.isCancelled()) {
      throw new RoundIsOver();
    }
    if (night.isRunning()) {
      NightView before = view(night);
      nights.skipOpen(id, CANCELLED);
      night.cancel();
      audit.record(
          "cancel",
          ENTITY,
          id.toString(),
          night.only(),
          Optional.of(before),
          Optional.of(view(night)));
    }
    return nights.skippedHalfWay(id);
  }

  private static boolean isOperators(ReportNight night) {
    return night.kind() != NightKind.ON_DEMAND;
  }

  /** The same id for the same operator and key, so that the primary key holds repeats back. */
  private static UUID idOf(Optional<UUID> operator, RequestKey key) {
    return UUID.nameUUIDFromBytes((operator + "/" + key.key()).getBytes(StandardCharsets.UTF_8));
  }

  private NightView fill(UUID id, Round round, List<String> zones) {
    ReportNight night = nights.lock(id).orElseThrow();
    if (round.day().isPresent() && round.only().isEmpty()) {
      LocalDate day = round.day().get();
      zones.forEach(zone -> night.grow(nights.addResults(id, asOf(day, zone), zone)));
    } else {
      night.grow(nights.addResults(id, night.asOf(), round.only()));
    }
    if (!nights.isOpen(id)) {
      night.complete();
    }
    return view(night);
  }

  /** One page of nights, the newest first. */
  public Page<NightView> list(PageRequest request) {
    PageRequest ordered =
        new PageRequest(
            request.limit(),
            request.cursor(),
            Optional.ofNullable(request.sort()).orElse(NEWEST_FIRST),
            request.total());
    Page<ReportNight> page = nights.page(ordered);
    Map<UUID, Map<ResultStatus, Long>> counts =
        nights.counts(page.items().stream().map(ReportNight::id).toList());
    return page.map(
        night -> night.view(NightView.Counts.of(counts.getOrDefault(night.id(), Map.of()))));
  }

  /**
   * @throws NotFound if there is none
   */
  public NightView get(UUID id) {
    return view(findOperators(id));
  }

  /**
   * One page of a night's results in order of customer id.
   *
   * @throws NotFound if there is no such night
   */
  public Page<NightResultView> results(
      UUID nightId, Optional<ResultStatus> status, PageRequest request) {
    findOperators(nightId);
    String after = Optional.ofNullable(request.cursor()).orElse("");
    if (!after.isEmpty() && !CustomerId.isValid(after)) {
      throw new InvalidField("cursor", "Give the nextCursor of the page before, or leave it out.");
    }
    List<ReportResult> found = nights.results(nightId, status, after, request.limit() + 1);
    boolean more = found.size() > request.limit();
    List<ReportResult> items = more ? found.subList(0, request.limit()) : found;
    Map<String, String> names =
        nights.customerNames(items.stream().map(ReportResult::customerId).toList());
    return new Page<>(
        items.stream()
            .map(result -> result.view(names.getOrDefault(result.customerId(), "")))
            .toList(),
        more ? Optional.of(items.get(items.size() - 1).customerId()) : Optional.empty(),
        Optional.empty());
  }

  /**
   * How far a night is.
   *
   * @throws NotFound if there is none
   */
  public NightProgress progress(UUID id) {
    return NightProgress.of(get(id), nights.rows(id), Now.instant());
  }

  /** How many rows of what a customer asked for are written; empty for runs of other rounds. */
  Optional<Long> rowsOnDemand(UUID round) {
    return nights.isOnDemand(round) ? Optional.of(nights.rows(round)) : Optional.empty();
  }

  /** How the nights are doing; every part of it is found by an index. */
  public NightFigures figures() {
    List<UUID> running = nights.running(EnumSet.allOf(NightKind.class));
    Optional<Instant> lastGoodEnd = nights.endOfLastGoodNight();
    Optional<ReportNight> last = nights.lastNight();
    NightFigures.Sums sums =
        last.map(night -> nights.sums(night.id())).orElse(NightFigures.Sums.NONE);
    return new NightFigures(
        lastGoodEnd,
        lastGoodEnd.or(nights::startOfFirstNight),
        last.map(night -> nights.count(night.id(), ResultStatus.FAILED)).orElse(0L),
        sums.rows(),
        sums.retries(),
        last.map(ReportNight::duration),
        running.stream().mapToLong(id -> nights.count(id, ResultStatus.PENDING)).sum(),
        running.stream().mapToLong(id -> nights.count(id, ResultStatus.RUNNING)).sum());
  }

  /**
   * Nights and rounds of operators with work that a worker could take now. Those with nothing left
   * to do are closed.
   */
  public List<UUID> unfinished() {
    return workable(nights.running(EnumSet.complementOf(EnumSet.of(NightKind.ON_DEMAND))));
  }

  /** The same of what customers have asked for, of each customer one at a time. */
  public List<UUID> unfinishedOnDemand() {
    return workable(nights.onDemand(Now.instant()));
  }

  private List<UUID> workable(List<UUID> running) {
    return running.stream().filter(id -> !closeIfDone(id)).filter(this::hasClaimable).toList();
  }

  /** Whether a worker could take a customer of this night now. */
  public boolean hasClaimable(UUID nightId) {
    return !nights.claimable(nightId, Now.instant()).isEmpty();
  }

  /**
   * Leases the next customer of a night. Customers that went out of service since the night began
   * are skipped.
   *
   * @param worker names this lease, no other; at most 64 characters
   * @return empty if there was none to take, or other workers were faster
   */
  public Optional<Lease> lease(UUID nightId, String worker) {
    Instant now = Now.instant();
    ReportNight night = find(nightId);
    for (CustomerId customer : nights.claimable(nightId, now)) {
      Optional<ReportResult> claimed = nights.claim(nightId, customer, now);
      if (claimed.isEmpty()) {
        continue;
      }
      ReportResult result = claimed.get();
      NightRepository.Reportable reportable = nights.customer(customer);
      if (!reportable.inService()) {
        result.skip("The customer is " + reportable.status().toLowerCase(Locale.ROOT) + ".");
        continue;
      }
      result.lease(worker, now.plus(leaseTime));
      return Optional.of(
          new Lease(
              nightId,
              customer,
              worker,
              result.attempts(),
              result.failures(),
              result.worked(),
              result.asOf().orElse(night.asOf()),
              night.origin(),
              night.wishes(),
              reportable.terms()));
    }
    return Optional.empty();
  }

  /**
   * Holds a lease for another while, and tells how far the work is.
   *
   * @param rows written so far, of all reports
   * @param reports made so far
   * @throws LeaseLost if another worker has taken over
   */
  public void renew(Lease lease, long rows, int reports) {
    held(lease).renew(Now.instant().plus(leaseTime), rows, reports);
  }

  /** How long a lease lasts. */
  public Duration leaseTime() {
    return leaseTime;
  }

  /**
   * Makes sure that a lease is still held, and keeps others from taking over until the transaction
   * ends.
   *
   * @throws LeaseLost if another worker has taken over
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requireHeld(Lease lease) {
    held(lease);
  }

  /**
   * The customer's report is made; in the transaction that records it.
   *
   * @throws LeaseLost if another worker has taken over
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void complete(Lease lease, long rows, long bytes) {
    held(lease).complete(rows, bytes);
  }

  /**
   * An attempt failed. The customer is tried again later in this night, after a pause that doubles
   * each time, unless it was the last or trying would not help. No worker waits for it.
   *
   * @param worked how long it took
   * @return whether it was the last
   * @throws LeaseLost if another worker has taken over
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean fail(Lease lease, Failure failure, Duration worked) {
    ReportResult result = held(lease);
    boolean last = failure.isFinal() || lease.isLast();
    result.failed(worked);
    if (last) {
      result.fail(failure.reason());
    } else {
      result.tryAgain(
          failure.reason(), Now.instant().plus(retryPause.multipliedBy(1L << lease.failures())));
    }
    return last;
  }

  /**
   * Hands a customer that was not reported to whichever worker comes next.
   *
   * @throws LeaseLost if another worker has taken over
   */
  public void giveBack(Lease lease) {
    held(lease).giveBack();
  }

  /**
   * Closes a night once every result is final and, if it is a date's, it has come to everybody.
   * Final results never change, so looking without locks is enough.
   *
   * @return whether it is closed now
   */
  public boolean closeIfDone(UUID nightId) {
    ReportNight night = nights.lock(nightId).orElseThrow(() -> new NotFound(ENTITY));
    if (night.isRunning() && !nights.isOpen(nightId) && !isStillComing(night.nightDate())) {
      night.complete();
    }
    return !night.isRunning();
  }

  /** Whether customers are to be expected in the night of a date, none for other nights. */
  private boolean isStillComing(LocalDate date) {
    if (date == null || nightly.isOff()) {
      return false;
    }
    Instant now = Now.instant();
    return nights.timeZones().stream()
        .anyMatch(
            zone -> {
              LocalDate last = nightly.lastDue(now, NightlyTime.zone(zone));
              return last.isBefore(date) || last.equals(date) && lacks(date, zone);
            });
  }

  private ReportResult held(Lease lease) {
    ReportResult result =
        nights.lockResult(lease.night(), lease.customer()).orElseThrow(LeaseLost::new);
    result.requireHeldBy(lease);
    return result;
  }

  /** A night, or a round of operators: what customers ask for is theirs. */
  private ReportNight findOperators(UUID id) {
    return Optional.of(find(id))
        .filter(NightService::isOperators)
        .orElseThrow(() -> new NotFound(ENTITY));
  }

  private ReportNight find(UUID id) {
    return nights.find(id).orElseThrow(() -> new NotFound(ENTITY));
  }

  private NightView view(ReportNight night) {
    return night.view(
        NightView.Counts.of(nights.counts(List.of(night.id())).getOrDefault(night.id(), Map.of())));
  }
}
