package com.contractorportal.plan;

import com.contractorportal.tenancy.CustomerId;
import java.util.Optional;

/** What customers' plans allow them. */
public interface Limits {

  /**
   * Holds the room that the bound customer's plan leaves until the transaction ends: of two who
   * would take the last of it, the second waits here and finds none. Only customers with such a
   * limit wait for each other.
   *
   * <p>To be called before the transaction has read anything: the database goes on showing a
   * transaction what was there when it first looked.
   */
  Room hold(Limit limit);

  /** How much the bound customer's plan allows; empty if it sets no limit. */
  Allowance allowed(Limit limit);

  /** How much a customer's plan allows, for whoever works above customers. */
  Allowance allowed(CustomerId customer, Limit limit);

  /**
   * @param plan the plan's code
   * @param most empty if the plan sets no limit
   */
  record Allowance(String plan, Limit limit, Optional<Long> most) {}
}
