package com.contractorportal.feature;

import com.contractorportal.feature.FeatureRollout.PlanSwitch;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The switches. Each is one row that is either there or not, so there is nothing to map. */
@ApplicationScoped
class FeatureRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /** How a feature is for a customer, by primary keys; empty if there is no such customer. */
  Optional<FeatureState> state(Feature feature, CustomerId customer) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT IF(COALESCE(f.enabled, p.enabled, TRUE), 1, 0),"
                    + " IF(f.enabled IS NOT NULL, 'CUSTOMER',"
                    + " IF(p.enabled IS NOT NULL, 'PLAN', 'DEFAULT'))"
                    + " FROM customer c"
                    + " LEFT JOIN customer_feature f"
                    + " ON f.feature = ?1 AND f.customer_id = c.customer_id"
                    + " LEFT JOIN plan_feature p ON p.feature = ?2 AND p.plan = c.plan"
                    + " WHERE c.customer_id = ?3")
            .setParameter(1, feature.name())
            .setParameter(2, feature.name())
            .setParameter(3, customer.value())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(
            row ->
                new FeatureState(
                    feature,
                    feature.description(),
                    ((Number) row[0]).intValue() == 1,
                    FeatureSource.valueOf((String) row[1])));
  }

  List<PlanSwitch> plans(Feature feature) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT plan, IF(enabled, 1, 0) FROM plan_feature WHERE feature = ?1 ORDER BY plan")
            .setParameter(1, feature.name())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new PlanSwitch((String) row[0], ((Number) row[1]).intValue() == 1))
        .toList();
  }

  long customers(Feature feature, boolean enabled) {
    return ((Number)
            em.createNativeQuery(
                    "SELECT COUNT(*) FROM customer_feature WHERE feature = ?1 AND enabled = ?2")
                .setParameter(1, feature.name())
                .setParameter(2, enabled)
                .getSingleResult())
        .longValue();
  }

  /** Whether there is such a plan. */
  boolean switchPlan(Feature feature, String plan, boolean enabled) {
    return em.createNativeQuery(
                "INSERT INTO plan_feature (feature, plan, enabled, version)"
                    + " SELECT ?1, code, ?2, 0 FROM plan WHERE code = ?3"
                    + " ON DUPLICATE KEY UPDATE enabled = ?4,"
                    + " plan_feature.version = plan_feature.version + 1")
            .setParameter(1, feature.name())
            .setParameter(2, enabled)
            .setParameter(3, plan)
            .setParameter(4, enabled)
            .executeUpdate()
        > 0;
  }

  void clearPlan(Feature feature, String plan) {
    em.createNativeQuery("DELETE FROM plan_feature WHERE feature = ?1 AND plan = ?2")
        .setParameter(1, feature.name())
        .setParameter(2, plan)
        .executeUpdate();
  }

  void switchCustomer(Feature feature, CustomerId customer, boolean enabled) {
    em.createNativeQuery(
            "INSERT INTO customer_feature (feature, customer_id, enabled, version)"
                + " VALUES (?1, ?2, ?3, 0)"
                + " ON DUPLICATE KEY UPDATE enabled = ?4, version = version + 1")
        .setParameter(1, feature.name())
        .setParameter(2, customer.value())
        .setParameter(3, enabled)
        .setParameter(4, enabled)
        .executeUpdate();
  }

  void clearCustomer(Feature feature, CustomerId customer) {
    em.createNativeQuery("DELETE FROM customer_feature WHERE feature = ?1 AND customer_id = ?2")
        .setParameter(1, feature.name())
        .setParameter(2, customer.value())
        .executeUpdate();
  }
}
