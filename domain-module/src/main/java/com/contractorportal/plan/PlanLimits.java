package com.contractorportal.plan;

import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CurrentCustomer;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PlanLimits implements Limits {

  private static final Map<Limit, String> COLUMNS =
      Map.of(
          Limit.MEMBERS, "max_members",
          Limit.PROPERTIES, "max_properties",
          Limit.STORAGE_BYTES, "max_storage_bytes",
          Limit.REQUESTS_PER_MINUTE, "max_requests_per_minute",
          Limit.REPORT_HISTORY_DAYS, "report_history_days");

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  @Inject @Any private Instance<Meter> meters;

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Room hold(Limit limit) {
    CustomerId customer = CurrentCustomer.require();
    // A locking read: another one would fix what the count below can see.
    Allowance allowance = allowance(customer, limit, " LOCK IN SHARE MODE");
    if (allowance.most().isEmpty()) {
      return new Room(allowance, 0);
    }
    em.createNativeQuery(
            "INSERT INTO plan_guard (customer_id, limit_name) VALUES (?1, ?2)"
                + " ON DUPLICATE KEY UPDATE version = version + 1")
        .setParameter(1, customer.value())
        .setParameter(2, limit.name())
        .executeUpdate();
    return new Room(allowance, used(limit));
  }

  @Override
  public Allowance allowed(Limit limit) {
    return allowed(CurrentCustomer.require(), limit);
  }

  @Override
  @Transactional(Transactional.TxType.SUPPORTS)
  public Allowance allowed(CustomerId customer, Limit limit) {
    return allowance(customer, limit, "");
  }

  private Allowance allowance(CustomerId customer, Limit limit, String lock) {
    List<?> found =
        em.createNativeQuery(
                "SELECT p.code, p."
                    + COLUMNS.get(limit)
                    + " FROM customer c JOIN plan p ON p.code = c.plan WHERE c.customer_id = ?1"
                    + lock)
            .setParameter(1, customer.value())
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Allowance(
                    (String) row[0],
                    limit,
                    Optional.ofNullable((Number) row[1]).map(Number::longValue)))
        .findFirst()
        .orElseThrow(() -> new NotFound("customer"));
  }

  private long used(Limit limit) {
    return meters.stream().filter(meter -> meter.limit() == limit).mapToLong(Meter::used).sum();
  }
}
