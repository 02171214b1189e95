package com.contractorportal.customerhealth;

import com.contractorportal.customerhealth.CustomerHealth.Integrations;
import com.contractorportal.customerhealth.CustomerHealth.LastReport;
import com.contractorportal.customerhealth.CustomerHealth.Requests;
import com.contractorportal.report.ResultStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the platform's tables know of some customers, in one statement each. */
@ApplicationScoped
class HealthRepository {

  private static final int MONTHS = 12;

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /** What was metered this month. */
  record Kept(long members, long properties, long storageBytes, Optional<Instant> meteredAt) {

    static final Kept NOTHING = new Kept(0, 0, 0, Optional.empty());
  }

  Map<String, LastReport> lastReports(List<String> ids) {
    return byCustomer(
        "SELECT r.customerId, r.status, r.endedAt FROM ReportResult r WHERE r.customerId IN :ids"
            + " AND r.endedAt = (SELECT MAX(x.endedAt) FROM ReportResult x"
            + " WHERE x.customerId = r.customerId)",
        ids,
        Map.of(),
        row -> new LastReport((ResultStatus) row[1], (Instant) row[2]));
  }

  Map<String, Long> failedReports(List<String> ids, Instant since) {
    return byCustomer(
        "SELECT r.customerId, COUNT(r.status) FROM ReportResult r WHERE r.customerId IN :ids"
            + " AND r.endedAt >= :since AND r.status = :failed GROUP BY r.customerId",
        ids,
        Map.of("since", since, "failed", ResultStatus.FAILED),
        row -> (Long) row[1]);
  }

  Map<String, Long> waitingImports(List<String> ids) {
    return byCustomer(
        "SELECT t.customerId, COUNT(t.importId) FROM ImportTask t WHERE t.customerId IN :ids"
            + " GROUP BY t.customerId",
        ids,
        Map.of(),
        row -> (Long) row[1]);
  }

  /** Times are compared here: of the database, a latest and an earliest come unconverted. */
  Map<String, Integrations> integrations(List<String> ids, Instant now) {
    Map<String, Integrations> all = new HashMap<>();
    if (!ids.isEmpty()) {
      em.createQuery(
              "SELECT k.customerId, k.lastUsedAt, k.expiresAt FROM ApiKey k"
                  + " WHERE k.customerId IN :ids AND k.revokedAt IS NULL AND k.expiresAt > :now",
              Object[].class)
          .setParameter("ids", ids)
          .setParameter("now", now)
          .getResultList()
          .forEach(
              row ->
                  all.merge(
                      (String) row[0],
                      Integrations.ofKey(Optional.ofNullable((Instant) row[1]), (Instant) row[2]),
                      Integrations::and));
    }
    return all;
  }

  Map<String, Kept> kept(List<String> ids, Instant now) {
    return byCustomer(
        "SELECT u.customerId, u.members, u.properties, u.storageBytes, u.meteredAt"
            + " FROM UsageMonth u WHERE u.customerId IN :ids AND u.month = :month",
        ids,
        Map.of("month", YearMonth.from(now.atZone(ZoneOffset.UTC)).atDay(1)),
        row ->
            new Kept(
                (Long) row[1],
                (Long) row[2],
                (Long) row[3],
                Optional.ofNullable((Instant) row[4])));
  }

  Map<String, Instant> lastActivity(List<String> ids) {
    return byCustomer(
        "SELECT u.customerId, u.lastRequestAt FROM UsageMonth u WHERE u.customerId IN :ids"
            + " AND u.month = (SELECT MAX(x.month) FROM UsageMonth x"
            + " WHERE x.customerId = u.customerId AND x.lastRequestAt IS NOT NULL)",
        ids,
        Map.of(),
        row -> (Instant) row[1]);
  }

  /** By months, the oldest first, of the last year. */
  Map<String, List<Requests>> requests(List<String> ids, Instant now) {
    Map<String, List<Requests>> all = new HashMap<>();
    if (!ids.isEmpty()) {
      em.createQuery(
              "SELECT u.customerId, u.month, u.requests FROM UsageMonth u"
                  + " WHERE u.customerId IN :ids AND u.month > :since"
                  + " ORDER BY u.customerId, u.month",
              Object[].class)
          .setParameter("ids", ids)
          .setParameter(
              "since", YearMonth.from(now.atZone(ZoneOffset.UTC)).minusMonths(MONTHS).atDay(1))
          .getResultList()
          .forEach(
              row ->
                  all.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                      .add(
                          new Requests(
                              YearMonth.from((LocalDate) row[1]).toString(), (Long) row[2])));
    }
    return all;
  }

  /** Of two reports that ended in the same microsecond, one is as good as the other. */
  private <T> Map<String, T> byCustomer(
      String jpql, List<String> ids, Map<String, Object> values, Function<Object[], T> read) {
    Map<String, T> found = new HashMap<>();
    if (!ids.isEmpty()) {
      var query = em.createQuery(jpql, Object[].class).setParameter("ids", ids);
      values.forEach(query::setParameter);
      query.getResultList().forEach(row -> found.put((String) row[0], read.apply(row)));
    }
    return found;
  }
}
