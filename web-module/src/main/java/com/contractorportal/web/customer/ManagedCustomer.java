package com.contractorportal.web.customer;

import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CustomerId;

/** The customer that an operator's path names: the only place where a path names one. */
public final class ManagedCustomer {

  private ManagedCustomer() {}

  /**
   * @throws NotFound if no customer can have such an id
   */
  public static CustomerId id(String fromPath) {
    if (!CustomerId.isValid(fromPath)) {
      throw new NotFound("customer");
    }
    return new CustomerId(fromPath);
  }
}
