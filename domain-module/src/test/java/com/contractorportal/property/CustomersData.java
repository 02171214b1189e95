package com.contractorportal.property;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does to customers' data, in a transaction, whatever a careless repository might. */
@ApplicationScoped
@Transactional
public class CustomersData {

  @PersistenceContext(unitName = "customer")
  private EntityManager customer;

  @PersistenceContext(unitName = "samples")
  private EntityManager samples;

  <T> T ask(Function<EntityManager, T> question) {
    return question.apply(customer);
  }

  void change(Consumer<EntityManager> change) {
    change.accept(customer);
  }

  <T> T askSamples(Function<EntityManager, T> question) {
    return question.apply(samples);
  }
}
