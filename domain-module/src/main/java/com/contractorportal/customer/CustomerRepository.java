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
import java.util.regex.Pattern;

@ApplicationScoped
class CustomerRepository {

  /** An id's column is ASCII, which MySQL does not compare with other text. */
  private static final Pattern PART_OF_AN_ID = Pattern.compile("\\w{1,9}");

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  Optional<Customer> find(CustomerId id) {
    return Optional.ofNullable(em.find(Customer.class, id.value()));
  }

  void flush() {
    em.flush();
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
        .whereText(text, searched(text))
        .whereIf(status, "e.status = :status", "status")
        .page(request);
  }

  private static String[] searched(Optional<String> text) {
    return text.filter(given -> PART_OF_AN_ID.matcher(given.strip()).matches()).isPresent()
        ? new String[] {"name", "id"}
        : new String[] {"name"};
  }
}
