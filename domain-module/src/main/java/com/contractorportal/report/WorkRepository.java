package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The bound customer's work as reports read it. Every question is about one page of keys, and is
 * one statement; what was entered after the instant that the report describes is left out. Always
 * in a transaction, as {@link ReportRepository} says.
 */
@ApplicationScoped
@Transactional
class WorkRepository {

  /** Read at a time. */
  static final int PAGE = 500;

  /** Logs that one statement goes through, or nearly so, however many of them it is after. */
  private static final int SLICE = 20_000;

  static final UUID BEFORE_ALL = new UUID(0, 0);

  /**
   * Work that is done and was not put right by another log that holds. A count, as the database
   * might read all that was ever rejected to see what exists.
   */
  private static final String DONE =
      "l.status IN ('COMPLETED', 'APPROVED') AND l.createdAt <= :asOf AND (l.correctedBy IS NULL"
          + " OR (SELECT COUNT(c) FROM ReportedLog c WHERE c.id = l.correctedBy"
          + " AND c.status = 'REJECTED') = 1)";

  private static final String SECONDS =
      "SQL('TIMESTAMPDIFF(SECOND, ?, ?)', l.startedAt, l.endedAt)";

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  /** All work at one property for one event. */
  record Visits(
      UUID propertyId, long visits, long crew, Duration time, Long passes, BigDecimal depthCm) {}

  /** The sum of one material at one property. */
  record Material(UUID propertyId, String material, String unit, long logs, BigDecimal quantity) {}

  /** All work of one member for one event with equipment that is paid in one currency. */
  record Shift(
      UUID memberId, Optional<String> currency, long logs, Duration time, BigDecimal equipment) {}

  /** Reads several things in one transaction: one look at the data, and one connection for all. */
  <T> T together(Supplier<T> reading) {
    return reading.get();
  }

  /**
   * What was worked at the properties behind a key for an event, in order of property.
   *
   * @param only at no other property than this one, if given
   */
  List<Visits> visits(UUID eventId, Optional<UUID> only, Instant asOf, UUID after) {
    TypedQuery<Object[]> query =
        em.createQuery(
                "SELECT l.propertyId, COUNT(l), COUNT(DISTINCT l.memberId), SUM("
                    + SECONDS
                    + "), SUM(l.passes), MAX(l.depthCm) FROM ReportedLog l"
                    + " WHERE l.eventId = :eventId AND l.propertyId > :after AND "
                    + (only.isPresent() ? "l.propertyId = :only AND " : "")
                    + DONE
                    + " GROUP BY l.propertyId ORDER BY l.propertyId",
                Object[].class)
            .setParameter("eventId", eventId)
            .setParameter("after", after)
            .setParameter("asOf", asOf)
            .setMaxResults(PAGE);
    only.ifPresent(id -> query.setParameter("only", id));
    return query.getResultList().stream()
        .map(
            row ->
                new Visits(
                    (UUID) row[0],
                    whole(row[1]),
                    whole(row[2]),
                    Duration.ofSeconds(whole(row[3])),
                    row[4] == null ? null : whole(row[4]),
                    (BigDecimal) row[5]))
        .toList();
  }

  /** What was spread at some properties for an event. */
  List<Material> materialOf(UUID eventId, Instant asOf, Collection<UUID> properties) {
    return properties.isEmpty()
        ? List.of()
        : em
            .createQuery(
                "SELECT l.propertyId, l.material, l.materialUnit, COUNT(l),"
                    + " SUM(l.materialQuantity) FROM ReportedLog l WHERE l.eventId = :eventId"
                    + " AND l.propertyId IN :properties AND l.materialQuantity IS NOT NULL AND "
                    + DONE
                    + " GROUP BY l.propertyId, l.material, l.materialUnit"
                    + " ORDER BY l.propertyId, l.material, l.materialUnit",
                Object[].class)
            .setParameter("eventId", eventId)
            .setParameter("properties", properties)
            .setParameter("asOf", asOf)
            .getResultList()
            .stream()
            .map(WorkRepository::material)
            .toList();
  }

  /** What was spread at some properties in a time. */
  List<Material> materialIn(Period period, Instant asOf, Collection<UUID> properties) {
    return properties.isEmpty()
        ? List.of()
        : em
            .createQuery(
                "SELECT l.propertyId, l.material, l.materialUnit, COUNT(l),"
                    + " SUM(l.materialQuantity) FROM ReportedLog l"
                    + " WHERE l.propertyId IN :properties AND l.startedAt >= :from"
                    + " AND l.startedAt < :end AND l.materialQuantity IS NOT NULL AND "
                    + DONE
                    + " GROUP BY l.propertyId, l.material, l.materialUnit"
                    + " ORDER BY l.propertyId, l.material, l.materialUnit",
                Object[].class)
            .setParameter("properties", properties)
            .setParameter("from", period.start())
            .setParameter("end", period.end())
            .setParameter("asOf", asOf)
            .getResultList()
            .stream()
            .map(WorkRepository::material)
            .toList();
  }

  private static Material material(Object[] row) {
    return new Material(
        (UUID) row[0], (String) row[1], (String) row[2], whole(row[3]), (BigDecimal) row[4]);
  }

  /** Who worked how long for an event; members are few enough for one page. */
  List<Shift> shifts(UUID eventId, Instant asOf) {
    return em
        .createQuery(
            "SELECT l.memberId, l.currency, COUNT(l), SUM("
                + SECONDS
                + "), SUM(SQL('TIMESTAMPDIFF(SECOND, ?, ?) * ?', l.startedAt, l.endedAt,"
                + " l.hourlyRate)) FROM ReportedLog l WHERE l.eventId = :eventId AND "
                + DONE
                + " GROUP BY l.memberId, l.currency ORDER BY l.memberId, l.currency",
            Object[].class)
        .setParameter("eventId", eventId)
        .setParameter("asOf", asOf)
        .getResultList()
        .stream()
        .map(
            row ->
                new Shift(
                    (UUID) row[0],
                    Optional.ofNullable((String) row[1]),
                    whole(row[2]),
                    Duration.ofSeconds(whole(row[3])),
                    row[4] == null ? BigDecimal.ZERO : new BigDecimal(row[4].toString())))
        .toList();
  }

  /**
   * The next logs of work that is done behind an instant and id, in order of start.
   *
   * @param setting until when, and of which event and property
   */
  List<ReportedLog> done(ReportSetting setting, Instant from, UUID after) {
    TypedQuery<ReportedLog> query =
        em.createQuery(
                "SELECT l FROM ReportedLog l WHERE l.startedAt >= :from AND l.startedAt < :end"
                    + " AND (l.startedAt > :from OR l.id > :after) AND "
                    + (setting.eventId().isPresent() ? "l.eventId = :eventId AND " : "")
                    + (setting.propertyId().isPresent() ? "l.propertyId = :propertyId AND " : "")
                    + DONE
                    + " ORDER BY l.startedAt, l.id",
                ReportedLog.class)
            .setParameter("from", from)
            .setParameter("end", setting.period().end())
            .setParameter("after", after)
            .setParameter("asOf", setting.asOf())
            .setMaxResults(PAGE);
    setting.eventId().ifPresent(id -> query.setParameter("eventId", id));
    setting.propertyId().ifPresent(id -> query.setParameter("propertyId", id));
    return query.getResultList();
  }

  /** The next logs of a status behind an instant and id, in order of start. */
  List<ReportedLog> withStatus(String status, Instant from, UUID after, Instant asOf) {
    return em.createQuery(
            "SELECT l FROM ReportedLog l WHERE l.status = :status AND l.startedAt >= :from"
                + " AND (l.startedAt > :from OR l.id > :after) AND l.createdAt <= :asOf"
                + " ORDER BY l.startedAt, l.id",
            ReportedLog.class)
        .setParameter("status", status)
        .setParameter("from", from)
        .setParameter("after", after)
        .setParameter("asOf", asOf)
        .setMaxResults(PAGE)
        .getResultList();
  }

  /** Where a slice of logs ends that begins at an instant; at the end of a time at the latest. */
  Instant endOfSlice(Instant from, Instant end) {
    return em.createQuery(
            "SELECT l.startedAt FROM ReportedLog l WHERE l.startedAt > :from"
                + " AND l.startedAt < :end ORDER BY l.startedAt",
            Instant.class)
        .setParameter("from", from)
        .setParameter("end", end)
        .setFirstResult(SLICE)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(end);
  }

  /** Lists of some properties, in their order, each with a slice of a time's logs or less. */
  List<List<UUID>> inSlices(List<UUID> properties, Period period) {
    if (properties.isEmpty()) {
      return List.of();
    }
    Map<UUID, Long> logs = new HashMap<>();
    em.createQuery(
            "SELECT l.propertyId, COUNT(l.id) FROM ReportedLog l"
                + " WHERE l.propertyId IN :properties AND l.startedAt >= :from"
                + " AND l.startedAt < :end GROUP BY l.propertyId",
            Object[].class)
        .setParameter("properties", properties)
        .setParameter("from", period.start())
        .setParameter("end", period.end())
        .getResultList()
        .forEach(row -> logs.put((UUID) row[0], whole(row[1])));
    List<List<UUID>> slices = new ArrayList<>();
    long left = 0;
    for (UUID property : properties) {
      long some = logs.getOrDefault(property, 0L);
      if (slices.isEmpty() || some > left) {
        slices.add(new ArrayList<>());
        left = SLICE;
      }
      slices.get(slices.size() - 1).add(property);
      left -= some;
    }
    return slices;
  }

  /** The next logs of work that is done and came in late, behind an instant and id. */
  List<ReportedLog> late(Instant from, Instant end, UUID after, Instant asOf) {
    return em.createQuery(
            "SELECT l FROM ReportedLog l WHERE l.startedAt >= :from AND l.startedAt < :end"
                + " AND (l.startedAt > :from OR l.id > :after) AND l.late = TRUE AND "
                + DONE
                + " ORDER BY l.startedAt, l.id",
            ReportedLog.class)
        .setParameter("from", from)
        .setParameter("end", end)
        .setParameter("after", after)
        .setParameter("asOf", asOf)
        .setMaxResults(PAGE)
        .getResultList();
  }

  /**
   * The next properties behind an id.
   *
   * @param only no others than this one, if given
   */
  List<ReportedProperty> propertiesAfter(UUID after, Optional<UUID> only) {
    TypedQuery<ReportedProperty> query =
        em.createQuery(
                "SELECT p FROM ReportedProperty p WHERE p.id > :after"
                    + (only.isPresent() ? " AND p.id = :only" : "")
                    + " ORDER BY p.id",
                ReportedProperty.class)
            .setParameter("after", after)
            .setMaxResults(PAGE);
    only.ifPresent(id -> query.setParameter("only", id));
    return query.getResultList();
  }

  Map<UUID, ReportedProperty> properties(Collection<UUID> ids) {
    return byId(ReportedProperty.class, ids);
  }

  Map<UUID, ReportedMember> members(Collection<UUID> ids) {
    return byId(ReportedMember.class, ids);
  }

  Map<UUID, ReportedEvent> events(Collection<UUID> ids) {
    return byId(ReportedEvent.class, ids);
  }

  private <T extends CustomerOwned> Map<UUID, T> byId(Class<T> type, Collection<UUID> ids) {
    Map<UUID, T> found = new HashMap<>();
    if (!ids.isEmpty()) {
      em.createQuery("SELECT e FROM " + type.getSimpleName() + " e WHERE e.id IN :ids", type)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(each -> found.put(each.id(), each));
    }
    return found;
  }

  /** How many photos each of some logs has; none for those that have none. */
  Map<UUID, Long> photos(Collection<UUID> logs) {
    Map<UUID, Long> counts = new HashMap<>();
    if (!logs.isEmpty()) {
      em.createQuery(
              "SELECT p.logId, COUNT(p) FROM ReportedPhoto p WHERE p.logId IN :logs"
                  + " GROUP BY p.logId",
              Object[].class)
          .setParameter("logs", logs)
          .getResultList()
          .forEach(row -> counts.put((UUID) row[0], whole(row[1])));
    }
    return counts;
  }

  /** Check-ins of some members at some properties in a time, in its order. */
  List<ReportedCheckIn> checkIns(
      Collection<UUID> members,
      Collection<UUID> properties,
      Instant from,
      Instant to,
      Instant asOf) {
    return em.createQuery(
            "SELECT c FROM ReportedCheckIn c WHERE c.memberId IN :members"
                + " AND c.propertyId IN :properties AND c.capturedAt >= :from"
                + " AND c.capturedAt <= :to AND c.receivedAt <= :asOf"
                + " ORDER BY c.capturedAt, c.id",
            ReportedCheckIn.class)
        .setParameter("members", members)
        .setParameter("properties", properties)
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("asOf", asOf)
        .getResultList();
  }

  /** Places with weather, by name; few. */
  List<ReportedPlace> places() {
    return em.createQuery(
            "SELECT p FROM ReportedPlace p WHERE p.latitude IS NOT NULL"
                + " AND p.longitude IS NOT NULL ORDER BY p.place",
            ReportedPlace.class)
        .getResultList();
  }

  /** What was observed at some places in hours or days that began at these instants. */
  List<ReportedWeather> weather(
      Collection<String> places, Collection<Instant> times, Instant asOf) {
    return places.isEmpty() || times.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT o FROM ReportedWeather o WHERE o.place IN :places"
                    + " AND o.period IN :periods AND o.observedAt IN :times"
                    + " AND o.createdAt <= :asOf",
                ReportedWeather.class)
            .setParameter("places", places)
            .setParameter("periods", List.of("HOUR", "DAY"))
            .setParameter("times", times)
            .setParameter("asOf", asOf)
            .getResultList();
  }

  /**
   * Sums and extremes of hours or days that began in a time, for the key of each place that has
   * any.
   */
  Map<String, EventWeather> weatherBetween(String period, Instant from, Instant end, Instant asOf) {
    Map<String, EventWeather> found = new HashMap<>();
    em.createQuery(
            "SELECT o.place, SUM(o.snowfallCm), SUM(o.precipitationMm), MIN(o.temperatureMinC),"
                + " MAX(o.temperatureMaxC) FROM ReportedWeather o WHERE o.period = :period"
                + " AND o.observedAt >= :from AND o.observedAt < :end AND o.createdAt <= :asOf"
                + " GROUP BY o.place",
            Object[].class)
        .setParameter("period", period)
        .setParameter("from", from)
        .setParameter("end", end)
        .setParameter("asOf", asOf)
        .getResultList()
        .forEach(
            row ->
                found.put(
                    NearestPlaces.key((String) row[0]),
                    new EventWeather(
                        (String) row[0],
                        (BigDecimal) row[1],
                        (BigDecimal) row[2],
                        (BigDecimal) row[3],
                        (BigDecimal) row[4])));
    return found;
  }

  /** What the weather at a place was during an event; null for what is not known. */
  record EventWeather(
      String place,
      BigDecimal snowfallCm,
      BigDecimal precipitationMm,
      BigDecimal temperatureMinC,
      BigDecimal temperatureMaxC) {

    static final EventWeather UNKNOWN = new EventWeather(null, null, null, null, null);
  }

  private static long whole(Object number) {
    return number == null ? 0 : ((Number) number).longValue();
  }
}
