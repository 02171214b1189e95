package com.contractorportal.samples.web;

import jakarta.persistence.EntityManager;

/** Breaks a rule: reads past the services. */
public class HoldsAnEntityManager {

  Object property(EntityManager em) {
    return em.find(Object.class, 1);
  }
}
