package com.contractorportal.samples.rooms;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Classes that break a rule: each passes what adds the customer to statements. */
public final class PastTheCustomer {

  private PastTheCustomer() {}

  /** By SQL. */
  public static class Native {
    @PersistenceContext(unitName = "customer")
    private EntityManager em;

    Object all() {
      return em.createNativeQuery("SELECT name FROM property").getResultList();
    }
  }

  /** By a procedure. */
  public static class Procedure {
    @PersistenceContext(unitName = "customer")
    private EntityManager em;

    Object all() {
      return em.createStoredProcedureQuery("everything").getResultList();
    }
  }

  /** By the connection. */
  public static class Connection {
    @PersistenceContext(unitName = "customer")
    private EntityManager em;

    Object bare() {
      return em.unwrap(java.sql.Connection.class);
    }
  }

  /** By SQL, through a manager that a repository handed over. */
  public static class Handed {
    Object all(EntityManager em) {
      return em.createNativeQuery("SELECT name FROM property").getResultList();
    }
  }
}
