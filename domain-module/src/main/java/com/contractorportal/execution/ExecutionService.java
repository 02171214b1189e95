package com.contractorportal.execution;

import com.contractorportal.customer.CustomerService;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Shows operators what was done for customers. */
@ApplicationScoped
@Transactional
public class ExecutionService {

  @Inject private ExecutionRepository executions;
  @Inject private CustomerService customers;

  /**
   * One page of a customer's executions.
   *
   * @throws NotFound if there is no such customer
   */
  public Page<ExecutionView> list(
      CustomerId customer, ExecutionFilter filter, PageRequest request) {
    customers.get(customer);
    return executions.page(customer, filter, request).map(ExecutionEntry::view);
  }
}
