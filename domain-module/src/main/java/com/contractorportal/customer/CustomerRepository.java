package com.contractorportal.customer;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@ApplicationScoped
class CustomerRepository {

  /** An id's column is ASCII, which MySQL does not compare with other text. */
  private static final Pattern PART_OF_AN_ID = Pattern.compile("\\w{1,9}");

  /** MySQL's ER_NO_REFERENCED_ROW_2. */
  private static final int NO_REFERENCED_ROW = 1452;

  @PersistenceContext(unitName = "platform")
  private EntityManager em;

  Optional<Customer> find(CustomerId id) {
    return Optional.ofNullable(em.find(Customer.class, id.value()));
  }

  void add(Customer customer) {
    em.persist(customer);
  }

  /**
   * Writes what was changed.
   *
   * @throws InvalidField if there is no such plan
   */
  void flush() {
    try {
      em.flush();
    } catch (PersistenceException failure) {
      if (isUnknownPlan(failure)) {
        throw new InvalidField("plan", "There is no such plan.");
      }
      throw failure;
    }
  }

  private static boolean isUnknownPlan(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(50)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && sql.getErrorCode() == NO_REFERENCED_ROW
                    && sql.getMessage().contains("fk_customer_plan"));
  }

  boolean exists(CustomerId id) {
    return !em.createQuery("SELECT c.id FROM Customer c WHERE c.id = :id", String.class)
        .setParameter("id", id.value())
        .getResultList()
        .isEmpty();
  }

  Page<Customer> page(CustomerFilter filter, PageRequest request) {
    return new KeyedQuery<>(em, Customer.class, Customer::id, Function.identity())
        .sort("name", Customer::name)
        .whereText(filter.text(), searched(filter.text()))
        .whereIf(filter.status(), "e.status = :status", "status")
        .whereIf(filter.plan(), "e.plan = :plan", "plan")
        .page(request);
  }

  private static String[] searched(Optional<String> text) {
    return text.filter(given -> PART_OF_AN_ID.matcher(given.strip()).matches()).isPresent()
        ? new String[] {"name", "id"}
        : new String[] {"name"};
  }
}
