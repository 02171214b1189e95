package com.contractorportal.customer;

import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The customers of the portal, for operators and for the portal itself. */
@ApplicationScoped
@Transactional
public class CustomerService {

  @Inject private CustomerRepository customers;

  /**
   * One page of the customers, sorted by {@code name}.
   *
   * @param text stands in the name or the id
   */
  public Page<CustomerView> list(
      Optional<String> text, Optional<CustomerStatus> status, PageRequest request) {
    return customers.page(text, status, request).map(Customer::view);
  }

  /**
   * @throws NotFound if there is none
   */
  public CustomerView get(CustomerId id) {
    return find(id).orElseThrow(() -> new NotFound("customer"));
  }

  /** The customer, if there is one. */
  public Optional<CustomerView> find(CustomerId id) {
    return customers.find(id).map(Customer::view);
  }
}
