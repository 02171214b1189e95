package com.contractorportal.worklog;

import com.contractorportal.property.PropertyStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Counts work; each question is one statement, however much work there is. */
@ApplicationScoped
class ProgressRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  /** What one member logged in one status and with one material. */
  record Share(
      UUID memberId,
      WorkLogStatus status,
      Optional<String> material,
      Optional<MaterialUnit> unit,
      int logs,
      long seconds,
      BigDecimal quantity) {}

  /** A stop, and how its property stands. */
  record Stop(UUID routeId, UUID propertyId, PropertyStatus property) {}

  /**
   * Leaves out the logs whose place another has taken, and not been rejected. A count, as the
   * database might read all that was ever rejected to see what exists.
   */
  List<Share> shares(UUID eventId) {
    return em
        .createQuery(
            "SELECT e.memberId, e.status, e.material, e.materialUnit, COUNT(e),"
                + " SUM(SQL('TIMESTAMPDIFF(SECOND, ?, ?)', e.startedAt, e.endedAt)),"
                + " SUM(e.materialQuantity) FROM WorkLog e"
                + " WHERE e.eventId = :eventId AND (e.correctedBy IS NULL"
                + " OR (SELECT COUNT(c) FROM WorkLog c WHERE c.id = e.correctedBy AND"
                + " c.status = com.contractorportal.worklog.WorkLogStatus.REJECTED) = 1)"
                + " GROUP BY e.memberId, e.status, e.material, e.materialUnit",
            Object[].class)
        .setParameter("eventId", eventId)
        .getResultList()
        .stream()
        .map(
            row ->
                new Share(
                    (UUID) row[0],
                    (WorkLogStatus) row[1],
                    Optional.ofNullable((String) row[2]),
                    Optional.ofNullable((MaterialUnit) row[3]),
                    ((Number) row[4]).intValue(),
                    row[5] == null ? 0 : ((Number) row[5]).longValue(),
                    row[6] == null ? BigDecimal.ZERO : (BigDecimal) row[6]))
        .toList();
  }

  /** The properties with work, and whether any of it is under way. */
  Map<UUID, Boolean> worked(UUID eventId) {
    Map<UUID, Boolean> worked = new LinkedHashMap<>();
    em.createQuery(
            "SELECT e.propertyId,"
                + " SUM(CASE WHEN e.status = com.contractorportal.worklog.WorkLogStatus.OPEN"
                + " THEN 1 ELSE 0 END) FROM WorkLog e WHERE e.eventId = :eventId"
                + " AND e.status <> com.contractorportal.worklog.WorkLogStatus.REJECTED"
                + " GROUP BY e.propertyId",
            Object[].class)
        .setParameter("eventId", eventId)
        .getResultList()
        .forEach(row -> worked.put((UUID) row[0], ((Number) row[1]).intValue() > 0));
    return worked;
  }

  int inService() {
    return em.createQuery(
            "SELECT COUNT(p) FROM WorkedProperty p WHERE p.deletedAt IS NULL"
                + " AND p.status = com.contractorportal.property.PropertyStatus.ACTIVE",
            Long.class)
        .getSingleResult()
        .intValue();
  }

  /** The properties out of service for which there are logs of the event nevertheless. */
  List<UUID> outOfService(UUID eventId) {
    return em.createQuery(
            "SELECT p.id FROM WorkedProperty p"
                + " WHERE p.status <> com.contractorportal.property.PropertyStatus.ACTIVE"
                + " AND EXISTS (SELECT e.id FROM WorkLog e WHERE e.eventId = :eventId"
                + " AND e.propertyId = p.id)",
            UUID.class)
        .setParameter("eventId", eventId)
        .getResultList();
  }

  /** The routes by name. */
  Map<UUID, String> routes() {
    Map<UUID, String> routes = new LinkedHashMap<>();
    em.createQuery("SELECT r.id, r.name FROM WorkedRoute r ORDER BY r.name, r.id", Object[].class)
        .getResultList()
        .forEach(row -> routes.put((UUID) row[0], (String) row[1]));
    return routes;
  }

  List<Stop> stops() {
    return em
        .createQuery(
            "SELECT s.routeId, s.propertyId, p.status FROM WorkedStop s, WorkedProperty p"
                + " WHERE p.id = s.propertyId",
            Object[].class)
        .getResultList()
        .stream()
        .map(row -> new Stop((UUID) row[0], (UUID) row[1], (PropertyStatus) row[2]))
        .toList();
  }
}
