package com.contractorportal.housekeeping;

import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Whose turn it is, and who is there to keep house for. */
@ApplicationScoped
@Transactional
class HousekeepingRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  /**
   * Takes the turn if there is one, by the database's clock. One statement: of nodes that try at
   * the same moment the first gets it. Whoever dies with it delays the work to the next hour.
   */
  boolean takeTurn() {
    return em.createNativeQuery(
                "UPDATE housekeeping SET version = version + 1,"
                    + " due_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR"
                    + " WHERE id = 1 AND due_at <= UTC_TIMESTAMP(6)")
            .executeUpdate()
        == 1;
  }

  /** The next customers in order of their ids, whatever their status. */
  List<CustomerId> customersAfter(String id, int most) {
    List<?> found =
        em.createNativeQuery(
                "SELECT customer_id FROM customer WHERE customer_id > ?1"
                    + " ORDER BY customer_id LIMIT "
                    + most)
            .setParameter(1, id)
            .getResultList();
    return found.stream().map(value -> new CustomerId((String) value)).toList();
  }
}
