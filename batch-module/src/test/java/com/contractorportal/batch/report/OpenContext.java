package com.contractorportal.batch.report;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Lends the customers' unit to a test that uses it as nobody should: for two customers. */
@Dependent
public class OpenContext {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  EntityManager em() {
    return em;
  }
}
