package com.contractorportal.worklog;

import com.contractorportal.property.PropertyStatus;
import com.contractorportal.worklog.EventProgress.Logs;
import com.contractorportal.worklog.EventProgress.Material;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts work; each question is one statement, however much work there is. */
@ApplicationScoped
class ProgressRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  /** What one member logged for one event in one status and with one material. */
  record Share(
      UUID eventId,
      UUID memberId,
      WorkLogStatus status,
      boolean late,
      Optional<String> material,
      Optional<MaterialUnit> unit,
      int logs,
      long seconds,
      BigDecimal quantity) {

    static Logs logs(List<Share> shares) {
      return new Logs(
          logs(shares, WorkLogStatus.OPEN),
          logs(shares, WorkLogStatus.COMPLETED),
          logs(shares, WorkLogStatus.APPROVED),
          logs(shares, WorkLogStatus.REJECTED));
    }

    static int logs(List<Share> shares, WorkLogStatus status) {
      return shares.stream().filter(share -> share.status() == status).mapToInt(Share::logs).sum();
    }

    static long minutes(List<Share> shares) {
      return shares.stream().filter(Share::isWork).mapToLong(Share::seconds).sum() / 60;
    }

    static List<Material> material(List<Share> shares) {
      record Kind(String material, MaterialUnit unit) {}
      Map<Kind, BigDecimal> sums = new HashMap<>();
      for (Share share : shares) {
        if (share.isWork() && share.material().isPresent() && share.unit().isPresent()) {
          sums.merge(
              new Kind(share.material().get(), share.unit().get()),
              share.quantity(),
              BigDecimal::add);
        }
      }
      return sums.entrySet().stream()
          .map(sum -> new Material(sum.getKey().material(), sum.getKey().unit(), sum.getValue()))
          .sorted(Comparator.comparing(Material::material).thenComparing(Material::unit))
          .toList();
    }

    private boolean isWork() {
      return status == WorkLogStatus.COMPLETED || status == WorkLogStatus.APPROVED;
    }
  }

  /** A stop, and how its property stands. */
  record Stop(UUID routeId, UUID propertyId, PropertyStatus property) {}

  /**
   * Leaves out the logs whose place another has taken, and not been rejected. A count, as the
   * database might read all that was ever rejected to see what exists.
   */
  Map<UUID, List<Share>> shares(Collection<UUID> eventIds) {
    if (eventIds.isEmpty()) {
      return Map.of();
    }
    return em.createQuery(
            "SELECT e.eventId, e.memberId, e.status, e.late, e.material, e.materialUnit, COUNT(e),"
                + " SUM(SQL('TIMESTAMPDIFF(SECOND, ?, ?)', e.startedAt, e.endedAt)),"
                + " SUM(e.materialQuantity) FROM WorkLog e"
                + " WHERE e.eventId IN :eventIds AND (e.correctedBy IS NULL"
                + " OR (SELECT COUNT(c) FROM WorkLog c WHERE c.id = e.correctedBy AND"
                + " c.status = com.contractorportal.worklog.WorkLogStatus.REJECTED) = 1)"
                + " GROUP BY e.eventId, e.memberId, e.status, e.late, e.material, e.materialUnit",
            Object[].class)
        .setParameter("eventIds", eventIds)
        .getResultStream()
        .map(
            row ->
                new Share(
                    (UUID) row[0],
                    (UUID) row[1],
                    (WorkLogStatus) row[2],
                    (Boolean) row[3],
                    Optional.ofNullable((String) row[4]),
                    Optional.ofNullable((MaterialUnit) row[5]),
                    ((Number) row[6]).intValue(),
                    row[7] == null ? 0 : ((Number) row[7]).longValue(),
                    row[8] == null ? BigDecimal.ZERO : (BigDecimal) row[8]))
        .collect(Collectors.groupingBy(Share::eventId));
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
