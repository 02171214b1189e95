package com.contractorportal.worklog;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.property.AssignsProperties;
import com.contractorportal.worklog.EventProperty.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
class EventPropertyRepository {

  private static final String STATUS = "com.contractorportal.worklog.WorkLogStatus.";
  private static final String REJECTED = logged("l.status = " + STATUS + "REJECTED");
  private static final String OPEN = logged("l.status = " + STATUS + "OPEN");
  private static final String ANY =
      "EXISTS (SELECT l.id FROM WorkLog l WHERE l.eventId = :eventId AND l.propertyId = e.id)";

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  @Inject @Any private Instance<AssignsProperties> ways;

  /** What is needed of a log to tell how its property stands. */
  record Doing(
      UUID propertyId,
      UUID memberId,
      WorkLogStatus status,
      Instant began,
      Optional<Instant> ended,
      Instant changed) {}

  Page<WorkedProperty> page(UUID eventId, EventPropertyFilter filter, PageRequest request) {
    KeyedQuery<WorkedProperty> query =
        new KeyedQuery<>(em, WorkedProperty.class, WorkedProperty::id)
            .sort("name", WorkedProperty::name)
            .where(
                "e.deletedAt IS NULL AND"
                    + " (e.status = com.contractorportal.property.PropertyStatus.ACTIVE OR "
                    + ANY
                    + ")",
                "eventId",
                eventId)
            .whereIf(
                filter.routeId(),
                "e.id IN (SELECT s.propertyId FROM WorkedStop s WHERE s.routeId = :routeId)",
                "routeId")
            .whereIf(filter.memberId(), ofMember(), "member");
    filter.state().ifPresent(state -> query.where(condition(state), Map.of()));
    return query.page(request);
  }

  /**
   * What was done for an event, by property. The logs themselves: an event has few at a property,
   * and EclipseLink does not convert the least of several times.
   */
  Map<UUID, List<Doing>> doings(UUID eventId, Collection<UUID> propertyIds) {
    if (propertyIds.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "SELECT l.propertyId, l.memberId, l.status, l.startedAt, l.endedAt, l.updatedAt"
                + " FROM WorkLog l"
                + " WHERE l.eventId = :eventId AND l.propertyId IN :propertyIds",
            Object[].class)
        .setParameter("eventId", eventId)
        .setParameter("propertyIds", propertyIds)
        .getResultStream()
        .map(
            row ->
                new Doing(
                    (UUID) row[0],
                    (UUID) row[1],
                    (WorkLogStatus) row[2],
                    (Instant) row[3],
                    Optional.ofNullable((Instant) row[4]),
                    (Instant) row[5]))
        .collect(Collectors.groupingBy(Doing::propertyId));
  }

  /** The routes of properties. */
  Map<UUID, List<UUID>> routes(Collection<UUID> propertyIds) {
    if (propertyIds.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "SELECT s.propertyId, s.routeId FROM WorkedStop s WHERE s.propertyId IN :propertyIds"
                + " ORDER BY s.routeId",
            Object[].class)
        .setParameter("propertyIds", propertyIds)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
  }

  private String ofMember() {
    return Stream.concat(
            ways.stream().map(way -> "e.id IN (" + way.idsOfMember() + ")").sorted(),
            Stream.of(logged("l.memberId = :member")))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static String condition(State state) {
    return switch (state) {
      case UNTOUCHED -> "NOT " + ANY;
      case DONE -> ANY + " AND NOT " + OPEN + " AND NOT " + REJECTED;
      case OPEN -> OPEN + " AND NOT " + REJECTED;
      case PROBLEM -> REJECTED;
    };
  }

  /** That there is such a log {@code l} of the event at the property {@code e}. */
  private static String logged(String condition) {
    return "EXISTS (SELECT l.id FROM WorkLog l WHERE l.eventId = :eventId AND l.propertyId = e.id"
        + " AND "
        + condition
        + ")";
  }
}
