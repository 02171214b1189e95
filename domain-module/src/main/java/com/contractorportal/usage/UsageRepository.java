package com.contractorportal.usage;

import com.contractorportal.plan.Limit;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.usage.Activity.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The platform's table of usage: whoever reads says of which customer. */
@ApplicationScoped
@Transactional
class UsageRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /**
   * Adds requests up, in the order of customers: nodes that do so at once do not block each other.
   * Those of customers who are gone count for nobody.
   */
  void addRequests(YearMonth month, SortedMap<String, Long> requests) {
    requests.forEach(
        (customer, count) ->
            em.createNativeQuery(
                    "INSERT INTO usage_month (customer_id, month, requests, last_request_at)"
                        + " SELECT customer_id, ?1, ?2, UTC_TIMESTAMP(6) FROM customer WHERE customer_id = ?3"
                        + " ON DUPLICATE KEY UPDATE requests = usage_month.requests + ?2,"
                        + " last_request_at = UTC_TIMESTAMP(6)")
                .setParameter(1, day(month))
                .setParameter(2, count)
                .setParameter(3, customer)
                .executeUpdate());
  }

  /** Writes what was metered in place of what was there. */
  void write(
      CustomerId customer,
      YearMonth month,
      Map<Limit, Long> kept,
      Map<Measure, Long> done,
      Instant at) {
    em.createNativeQuery(
            "INSERT INTO usage_month (customer_id, month, members, properties, storage_bytes, logs,"
                + " report_runs, batch_seconds, metered_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                + " ON DUPLICATE KEY UPDATE members = ?3, properties = ?4, storage_bytes = ?5,"
                + " logs = ?6, report_runs = ?7, batch_seconds = ?8, metered_at = ?9")
        .setParameter(1, customer.value())
        .setParameter(2, day(month))
        .setParameter(3, kept.get(Limit.MEMBERS))
        .setParameter(4, kept.get(Limit.PROPERTIES))
        .setParameter(5, kept.get(Limit.STORAGE_BYTES))
        .setParameter(6, done.get(Measure.LOGS))
        .setParameter(7, done.get(Measure.REPORT_RUNS))
        .setParameter(8, done.get(Measure.BATCH_SECONDS))
        .setParameter(9, Timestamp.from(at))
        .executeUpdate();
  }

  /** Customers whose month was not metered since then, a few. */
  List<CustomerId> notMeteredSince(YearMonth month, Instant since, int most) {
    List<?> due =
        em.createNativeQuery(
                "SELECT c.customer_id FROM customer c LEFT JOIN usage_month u"
                    + " ON u.customer_id = c.customer_id AND u.month = ?1"
                    + " WHERE u.metered_at IS NULL OR u.metered_at < ?2 LIMIT "
                    + most)
            .setParameter(1, day(month))
            .setParameter(2, Timestamp.from(since))
            .getResultList();
    return due.stream().map(id -> new CustomerId((String) id)).toList();
  }

  /** A customer's months, the newest first. */
  List<UsageMonth> months(CustomerId customer, int most) {
    return em.createQuery(
            "SELECT u FROM UsageMonth u WHERE u.customerId = :customerId ORDER BY u.month DESC",
            UsageMonth.class)
        .setParameter("customerId", customer.value())
        .setMaxResults(most)
        .getResultList();
  }

  /** The customers behind one, in the order of their ids, that have used or been metered then. */
  List<CustomerMonth> customers(YearMonth month, String after, int most) {
    return em
        .createQuery(
            "SELECT c.id, c.name, c.status, c.plan, u FROM UsageMonth u"
                + " JOIN Customer c ON c.id = u.customerId"
                + " WHERE FUNCTION('DATE_FORMAT', u.month, '%Y-%m') = :month"
                + " AND u.customerId > :after ORDER BY u.customerId",
            Object[].class)
        .setParameter("month", month.toString())
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(
            row ->
                new CustomerMonth(
                    new CustomerId((String) row[0]),
                    (String) row[1],
                    row[2].toString(),
                    (String) row[3],
                    ((UsageMonth) row[4]).view()))
        .toList();
  }

  /** As text: the driver would move a date by the server's time zone. */
  private static String day(YearMonth month) {
    return month.atDay(1).toString();
  }
}
