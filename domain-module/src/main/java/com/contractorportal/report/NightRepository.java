package com.contractorportal.report;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.persistence.Now;
import com.contractorportal.persistence.UuidBytes;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Nights and their results, above customers. */
@ApplicationScoped
class NightRepository {

  /** How many customers a worker looks at to find one that nobody else is taking. */
  private static final int CANDIDATES = 32;

  private static final String ADD =
      "INSERT INTO report_result"
          + " (night_id, customer_id, version, status, as_of, attempts, ended_at, error)"
          + " SELECT ?1, c.customer_id, 0,"
          + " IF(c.status IN ('ACTIVE', 'TRIAL'), 'PENDING', 'SKIPPED'), ?3, 0,"
          + " IF(c.status IN ('ACTIVE', 'TRIAL'), NULL, ?2),"
          + " IF(c.status IN ('ACTIVE', 'TRIAL'), NULL,"
          + " CONCAT('The customer is ', LOWER(c.status), '.')) FROM customer c";

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /** What the night needs to know of a customer. */
  record Reportable(boolean inService, String status, Lease.CustomerTerms terms) {}

  private static byte[] bytes(Optional<UUID> id) {
    return id.map(UuidBytes::of).orElse(null);
  }

  /**
   * Adds a night unless there is one of the same id or in the same slot. Whoever tries at the same
   * moment waits for the first and finds its night.
   */
  boolean add(ReportNight night) {
    return insert("INSERT IGNORE", night, "") == 1;
  }

  /**
   * The night of the given one's date: it, or that which there was before. Nobody else changes it
   * until the transaction ends. An existing row is locked for changing at once: of two that had
   * locked it for reading only, neither could go on.
   */
  ReportNight addOrLock(ReportNight night) {
    insert("INSERT", night, " ON DUPLICATE KEY UPDATE version = version");
    return em.createQuery(
            "SELECT n FROM ReportNight n WHERE n.kind = :kind AND n.nightDate = :nightDate",
            ReportNight.class)
        .setParameter("kind", night.kind())
        .setParameter("nightDate", night.nightDate())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResult();
  }

  private int insert(String how, ReportNight night, String otherwise) {
    return em.createNativeQuery(
            how
                + " INTO report_night (id, version, kind, night_date, as_of, status,"
                + " customer_id, requested_by, customers, started_at, report_day, kinds,"
                + " formats, from_day, to_day, event_id, property_id, slot)"
                + " VALUES (?1, 0, ?2, ?3, ?4, 'RUNNING', ?5, ?6, 0, ?7, ?8, ?9, ?10, ?11, ?12,"
                + " ?13, ?14, ?15)"
                + otherwise)
        .setParameter(1, UuidBytes.of(night.id()))
        .setParameter(2, night.kind().name())
        .setParameter(3, night.nightDate())
        .setParameter(4, Timestamp.from(night.asOf()))
        .setParameter(5, night.customerId())
        .setParameter(6, bytes(Optional.ofNullable(night.requestedBy())))
        .setParameter(7, Timestamp.from(night.startedAt()))
        .setParameter(8, night.day().orElse(null))
        .setParameter(9, night.kinds())
        .setParameter(10, night.formats())
        .setParameter(11, night.wishes().from().orElse(null))
        .setParameter(12, night.wishes().to().orElse(null))
        .setParameter(13, bytes(night.wishes().eventId()))
        .setParameter(14, bytes(night.wishes().propertyId()))
        .setParameter(15, night.slot())
        .executeUpdate();
  }

  /** Gives every customer, or the one, a result: to be reported if in service, else skipped. */
  int addResults(UUID nightId, Instant asOf, Optional<CustomerId> only) {
    var insert =
        em.createNativeQuery(only.isPresent() ? ADD + " WHERE c.customer_id = ?4" : ADD)
            .setParameter(1, UuidBytes.of(nightId))
            .setParameter(2, Timestamp.from(Now.instant()))
            .setParameter(3, Timestamp.from(asOf));
    only.ifPresent(customer -> insert.setParameter(4, customer.value()));
    return insert.executeUpdate();
  }

  /** The same for those in a time zone that were customers then and have none in this night. */
  int addResults(UUID nightId, Instant asOf, String timeZone) {
    return em.createNativeQuery(
            ADD
                + " WHERE c.time_zone = ?4 AND c.created_at <= ?3 AND NOT EXISTS"
                + " (SELECT 1 FROM report_result r"
                + " WHERE r.night_id = ?1 AND r.customer_id = c.customer_id)")
        .setParameter(1, UuidBytes.of(nightId))
        .setParameter(2, Timestamp.from(Now.instant()))
        .setParameter(3, Timestamp.from(asOf))
        .setParameter(4, timeZone)
        .executeUpdate();
  }

  /** Whether somebody in a time zone was a customer then and is not in the night of a date. */
  boolean lacks(LocalDate date, Instant asOf, String timeZone) {
    return !em.createNativeQuery(
            "SELECT c.customer_id FROM customer c WHERE c.time_zone = ?1 AND c.created_at <= ?2"
                + " AND NOT EXISTS (SELECT 1 FROM report_night n JOIN report_result r"
                + " ON r.night_id = n.id AND r.customer_id = c.customer_id"
                + " WHERE n.kind = 'NIGHTLY' AND n.night_date = ?3) LIMIT 1")
        .setParameter(1, timeZone)
        .setParameter(2, Timestamp.from(asOf))
        .setParameter(3, date)
        .getResultList()
        .isEmpty();
  }

  /**
   * Lets one transaction at a time look for a free slot of a customer: of several that meet at a
   * slot that is taken, none could go on to the next.
   */
  void holdSlots(CustomerId customer) {
    em.createNativeQuery(
            "INSERT INTO plan_guard (customer_id, limit_name) VALUES (?1, 'OPEN_REPORTS')"
                + " ON DUPLICATE KEY UPDATE version = version + 1")
        .setParameter(1, customer.value())
        .executeUpdate();
  }

  /**
   * The time zone of a customer, if there is one. In a transaction of its own: whoever has read
   * before a night is added would not see the one that somebody else has just added.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<String> timeZone(CustomerId customer) {
    List<?> found =
        em.createNativeQuery("SELECT time_zone FROM customer WHERE customer_id = ?1")
            .setParameter(1, customer.value())
            .getResultList();
    return found.stream().map(String.class::cast).findFirst();
  }

  /** The time zones in which there are customers; likewise. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @SuppressWarnings("unchecked") // Of one column.
  List<String> timeZones() {
    return em.createNativeQuery("SELECT DISTINCT time_zone FROM customer ORDER BY time_zone")
        .getResultList();
  }

  Optional<ReportNight> find(UUID id) {
    return Optional.ofNullable(em.find(ReportNight.class, id));
  }

  /** The night as it is now; nobody else changes it until the transaction ends. */
  Optional<ReportNight> lock(UUID id) {
    return Optional.ofNullable(em.find(ReportNight.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Open rounds of some kinds, the oldest first. */
  List<UUID> running(Collection<NightKind> kinds) {
    return em.createQuery(
            "SELECT n.id FROM ReportNight n WHERE n.status = :status AND n.kind IN :kinds"
                + " ORDER BY n.startedAt",
            UUID.class)
        .setParameter("status", NightStatus.RUNNING)
        .setParameter("kinds", kinds)
        .getResultList();
  }

  /** What customers have asked for, but for customers who have something made at present. */
  List<UUID> onDemand(Instant now) {
    return em.createQuery(
            "SELECT n.id FROM ReportNight n WHERE n.status = :status AND n.kind = :kind"
                + " AND NOT EXISTS (SELECT r.nightId FROM ReportNight other, ReportResult r"
                + " WHERE other.customerId = n.customerId AND other.slot IS NOT NULL"
                + " AND r.nightId = other.id AND r.status = :running AND r.leaseUntil >= :now)"
                + " ORDER BY n.startedAt",
            UUID.class)
        .setParameter("status", NightStatus.RUNNING)
        .setParameter("kind", NightKind.ON_DEMAND)
        .setParameter("running", ResultStatus.RUNNING)
        .setParameter("now", now)
        .getResultList();
  }

  /** Adds the one result of a round that a customer asked for. */
  void addResult(ReportNight night) {
    em.createNativeQuery(
            "INSERT INTO report_result (night_id, customer_id, version, status, as_of, attempts)"
                + " VALUES (?1, ?2, 0, 'PENDING', ?3, 0)")
        .setParameter(1, UuidBytes.of(night.id()))
        .setParameter(2, night.customerId())
        .setParameter(3, Timestamp.from(night.asOf()))
        .executeUpdate();
  }

  /**
   * Makes results that are not final {@code SKIPPED}: whoever works on one finds its lease lost.
   * One by one in order of their key, so that no gap is locked that workers write into.
   */
  void skipOpen(UUID nightId, String why) {
    List<String> open =
        em.createQuery(
                "SELECT r.customerId FROM ReportResult r WHERE r.nightId = :nightId"
                    + " AND r.status IN :open ORDER BY r.customerId",
                String.class)
            .setParameter("nightId", nightId)
            .setParameter("open", List.of(ResultStatus.PENDING, ResultStatus.RUNNING))
            .getResultList();
    for (String customerId : open) {
      CustomerId customer = new CustomerId(customerId);
      lockResult(nightId, customer)
          .filter(ReportResult::isOpen)
          .ifPresent(result -> result.skip(why));
    }
  }

  /** The customers of a night that were skipped after work on them had begun. */
  List<CustomerId> skippedHalfWay(UUID nightId) {
    return em
        .createQuery(
            "SELECT r.customerId FROM ReportResult r WHERE r.nightId = :nightId"
                + " AND r.status = :skipped AND r.attempts > 0",
            String.class)
        .setParameter("nightId", nightId)
        .setParameter("skipped", ResultStatus.SKIPPED)
        .getResultList()
        .stream()
        .map(CustomerId::new)
        .toList();
  }

  /** When the newest nightly run without a failure ended. */
  Optional<Instant> endOfLastGoodNight() {
    return em.createQuery(
            "SELECT n.endedAt FROM ReportNight n WHERE n.kind = :kind AND n.status = :status"
                + " AND NOT EXISTS (SELECT r.customerId FROM ReportResult r"
                + " WHERE r.nightId = n.id AND r.status = :failed) ORDER BY n.nightDate DESC",
            Instant.class)
        .setParameter("kind", NightKind.NIGHTLY)
        .setParameter("status", NightStatus.COMPLETED)
        .setParameter("failed", ResultStatus.FAILED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** When the nightly run of the first date began. */
  Optional<Instant> startOfFirstNight() {
    return em.createQuery(
            "SELECT n.startedAt FROM ReportNight n WHERE n.kind = :kind ORDER BY n.nightDate",
            Instant.class)
        .setParameter("kind", NightKind.NIGHTLY)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  NightFigures.Sums sums(UUID nightId) {
    Object[] row =
        em.createQuery(
                "SELECT SUM(r.rowCount), SUM(CASE WHEN r.attempts > 1 THEN r.attempts - 1 ELSE 0"
                    + " END) FROM ReportResult r WHERE r.nightId = :nightId",
                Object[].class)
            .setParameter("nightId", nightId)
            .getSingleResult();
    return new NightFigures.Sums(whole(row[0]), whole(row[1]));
  }

  private static long whole(Object number) {
    return number == null ? 0 : ((Number) number).longValue();
  }

  /** The nightly run of the newest date. */
  Optional<ReportNight> lastNight() {
    return em.createQuery(
            "SELECT n FROM ReportNight n WHERE n.kind = :kind ORDER BY n.nightDate DESC",
            ReportNight.class)
        .setParameter("kind", NightKind.NIGHTLY)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** How many results of a night are in a state. */
  long count(UUID nightId, ResultStatus status) {
    return em.createQuery(
            "SELECT COUNT(r.customerId) FROM ReportResult r"
                + " WHERE r.nightId = :nightId AND r.status = :status",
            Long.class)
        .setParameter("nightId", nightId)
        .setParameter("status", status)
        .getSingleResult();
  }

  /** Whether this is a round that a customer asked for. */
  boolean isOnDemand(UUID id) {
    return find(id).filter(night -> night.kind() == NightKind.ON_DEMAND).isPresent();
  }

  /** How many rows have been written in a night. */
  long rows(UUID nightId) {
    // The sum of an expression comes as a decimal, whatever is asked for.
    return whole(
        em.createQuery(
                "SELECT SUM(COALESCE(r.rowCount, r.rowsDone)) FROM ReportResult r"
                    + " WHERE r.nightId = :nightId",
                Number.class)
            .setParameter("nightId", nightId)
            .getSingleResult());
  }

  Page<ReportNight> page(PageRequest request) {
    return new KeyedQuery<>(em, ReportNight.class, ReportNight::id)
        .sort("startedAt", ReportNight::startedAt)
        .where("e.kind <> :onDemand", "onDemand", NightKind.ON_DEMAND)
        .page(request);
  }

  /** How many customers are how far in each of the nights. */
  Map<UUID, Map<ResultStatus, Long>> counts(Collection<UUID> nightIds) {
    Map<UUID, Map<ResultStatus, Long>> counts = new HashMap<>();
    if (nightIds.isEmpty()) {
      return counts;
    }
    List<Object[]> rows =
        em.createQuery(
                "SELECT r.nightId, r.status, COUNT(r.customerId) FROM ReportResult r"
                    + " WHERE r.nightId IN :nightIds GROUP BY r.nightId, r.status",
                Object[].class)
            .setParameter("nightIds", nightIds)
            .getResultList();
    for (Object[] row : rows) {
      counts
          .computeIfAbsent((UUID) row[0], id -> new EnumMap<>(ResultStatus.class))
          .put((ResultStatus) row[1], (Long) row[2]);
    }
    return counts;
  }

  /** Results in order of customer id, behind the given one. */
  List<ReportResult> results(UUID nightId, Optional<ResultStatus> status, String after, int most) {
    String jpql =
        "SELECT r FROM ReportResult r WHERE r.nightId = :nightId AND r.customerId > :after"
            + (status.isPresent() ? " AND r.status = :status" : "")
            + " ORDER BY r.customerId";
    TypedQuery<ReportResult> query =
        em.createQuery(jpql, ReportResult.class)
            .setParameter("nightId", nightId)
            .setParameter("after", after);
    status.ifPresent(wanted -> query.setParameter("status", wanted));
    return query.setMaxResults(most).getResultList();
  }

  boolean isOpen(UUID nightId) {
    return !em.createQuery(
            "SELECT r.customerId FROM ReportResult r"
                + " WHERE r.nightId = :nightId AND r.status IN :open",
            String.class)
        .setParameter("nightId", nightId)
        .setParameter("open", List.of(ResultStatus.PENDING, ResultStatus.RUNNING))
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Customers that may be leased: those never tried first, then those to be tried again, then those
   * whose worker has died. Nothing is locked by looking.
   */
  List<CustomerId> claimable(UUID nightId, Instant now) {
    List<String> found =
        new ArrayList<>(
            em.createQuery(
                    "SELECT r.customerId FROM ReportResult r WHERE r.nightId = :nightId"
                        + " AND r.status = :status AND (r.notBefore IS NULL OR r.notBefore <= :now)"
                        + " ORDER BY r.notBefore",
                    String.class)
                .setParameter("nightId", nightId)
                .setParameter("status", ResultStatus.PENDING)
                .setParameter("now", now)
                .setMaxResults(CANDIDATES)
                .getResultList());
    if (found.isEmpty()) {
      found.addAll(
          em.createQuery(
                  "SELECT r.customerId FROM ReportResult r WHERE r.nightId = :nightId"
                      + " AND r.status = :status AND r.leaseUntil < :now ORDER BY r.leaseUntil",
                  String.class)
              .setParameter("nightId", nightId)
              .setParameter("status", ResultStatus.RUNNING)
              .setParameter("now", now)
              .setMaxResults(CANDIDATES)
              .getResultList());
    }
    return found.stream().map(CustomerId::new).toList();
  }

  /**
   * The result, locked, if it may still be leased; nothing if another worker has it or is taking it
   * right now. By primary key, so that no gap is locked and workers never wait for each other.
   */
  Optional<ReportResult> claim(UUID nightId, CustomerId customer, Instant now) {
    boolean free =
        !em.createNativeQuery(
                "SELECT customer_id FROM report_result WHERE night_id = ?1 AND customer_id = ?2"
                    + " AND (status = 'PENDING' AND (not_before IS NULL OR not_before <= ?3)"
                    + " OR status = 'RUNNING' AND lease_until < ?3)"
                    + " FOR UPDATE SKIP LOCKED")
            .setParameter(1, UuidBytes.of(nightId))
            .setParameter(2, customer.value())
            .setParameter(3, Timestamp.from(now))
            .getResultList()
            .isEmpty();
    return free ? lockResult(nightId, customer) : Optional.empty();
  }

  /** The result as it is now; nobody else changes it until the transaction ends. */
  Optional<ReportResult> lockResult(UUID nightId, CustomerId customer) {
    return Optional.ofNullable(
        em.find(
            ReportResult.class,
            new ReportResult.Key(nightId, customer),
            LockModeType.PESSIMISTIC_WRITE));
  }

  Reportable customer(CustomerId customer) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "SELECT status, name, time_zone, locale, units FROM customer WHERE customer_id = ?1")
                .setParameter(1, customer.value())
                .getSingleResult();
    String status = (String) row[0];
    return new Reportable(
        status.equals("ACTIVE") || status.equals("TRIAL"),
        status,
        new Lease.CustomerTerms(
            (String) row[1], (String) row[2], (String) row[3], (String) row[4]));
  }

  Map<String, String> customerNames(List<String> customerIds) {
    Map<String, String> names = new HashMap<>();
    if (customerIds.isEmpty()) {
      return names;
    }
    List<String> places = new ArrayList<>();
    for (int i = 1; i <= customerIds.size(); i++) {
      places.add("?" + i);
    }
    var query =
        em.createNativeQuery(
            "SELECT customer_id, name FROM customer WHERE customer_id IN ("
                + String.join(", ", places)
                + ")");
    for (int i = 0; i < customerIds.size(); i++) {
      query.setParameter(i + 1, customerIds.get(i));
    }
    for (Object row : query.getResultList()) {
      Object[] columns = (Object[]) row;
      names.put((String) columns[0], (String) columns[1]);
    }
    return names;
  }
}
