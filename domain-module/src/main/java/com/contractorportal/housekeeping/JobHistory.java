package com.contractorportal.housekeeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the batch runtime wrote about jobs. Nobody reads it once a night is over, whose results are
 * in tables of its own. Executions go in the order in which they were created, those of nodes that
 * died, which look as if they still ran, included.
 */
@ApplicationScoped
class JobHistory implements Chore {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  @Inject
  @ConfigProperty(name = "portal.retention.jobs", defaultValue = "P30D")
  private Duration kept;

  @Override
  public String things() {
    return "batch executions";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    Object[] oldest =
        (Object[])
            query(
                    "SELECT COUNT(*), MAX(jobexecid), MAX(jobinstanceid) FROM"
                        + " (SELECT jobexecid, jobinstanceid, createtime"
                        + " FROM batch_EXECUTIONINSTANCEDATA ORDER BY jobexecid LIMIT "
                        + most
                        + ") oldest WHERE createtime < ?1",
                    Timestamp.from(before))
                .getSingleResult();
    int due = ((Number) oldest[0]).intValue();
    if (due > 0) {
      // What is known of steps goes with them, and the status of a job with its instance.
      query("DELETE FROM batch_STEPEXECUTIONINSTANCEDATA WHERE jobexecid <= ?1", oldest[1])
          .executeUpdate();
      query("DELETE FROM batch_EXECUTIONINSTANCEDATA WHERE jobexecid <= ?1", oldest[1])
          .executeUpdate();
      removeInstances((Number) oldest[2]);
    }
    return due;
  }

  /** A job that was started again later keeps its instance. */
  private void removeInstances(Number last) {
    List<?> over =
        query(
                "SELECT i.jobinstanceid FROM batch_JOBINSTANCEDATA i WHERE i.jobinstanceid <= ?1"
                    + " AND NOT EXISTS (SELECT 1 FROM batch_EXECUTIONINSTANCEDATA e"
                    + " WHERE e.jobinstanceid = i.jobinstanceid)",
                last)
            .getResultList();
    for (Object instance : over) {
      query("DELETE FROM batch_CHECKPOINTDATA WHERE id LIKE ?1", instance + ",%").executeUpdate();
      query("DELETE FROM batch_JOBINSTANCEDATA WHERE jobinstanceid = ?1", instance).executeUpdate();
    }
  }

  private Query query(String sql, Object value) {
    return em.createNativeQuery(sql).setParameter(1, value);
  }
}
