package com.contractorportal.customer;

import com.contractorportal.audit.AuditTrail;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.NotFound;
import com.contractorportal.rule.StaleVersion;
import com.contractorportal.tenancy.CurrentCustomer;
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
  @Inject private AuditTrail audit;

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

  /** The customer for which this thread works, as its own people see it. */
  public CustomerProfile own() {
    return current().profile();
  }

  /**
   * Makes the current customer what the draft says.
   *
   * @throws StaleVersion if it was changed since
   */
  public CustomerProfile updateOwn(int version, CustomerDraft draft) {
    Customer customer = current();
    StaleVersion.check(version, customer.version());
    CustomerProfile before = customer.profile();
    customer.describe(draft);
    customers.flush();
    audit.changed("update", "customer", customer.id(), before, customer.profile());
    return customer.profile();
  }

  private Customer current() {
    return customers.find(CurrentCustomer.require()).orElseThrow(() -> new NotFound("customer"));
  }
}
