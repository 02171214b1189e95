package com.contractorportal.customer;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.function.Function;

@ApplicationScoped
class CustomerRepository {

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  Optional<Customer> find(CustomerId id) {
    return Optional.ofNullable(em.find(Customer.class, id.value()));
  }

  boolean exists(CustomerId id) {
    return !em.createQuery("SELECT c.id FROM Customer c WHERE c.id = :id", String.class)
        .setParameter("id", id.value())
        .getResultList()
        .isEmpty();
  }

  Page<Customer> page(Optional<String> text, Optional<CustomerStatus> status, PageRequest request) {
    return new KeyedQuery<>(em, Customer.class, Customer::id, Function.identity())
        .sort("name", Customer::name)
        .whereText(text, "name", "id")
        .whereIf(status, "e.status = :status", "status")
        .page(request);
  }
}
