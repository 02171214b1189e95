package com.contractorportal.property;

/**
 * A way for members to come by properties, for instance by driving a route. Each feature that has
 * one brings a bean of this type, and a contractor sees what any of them assigns.
 */
public interface AssignsProperties {

  /**
   * A JPQL query for the ids of the properties of the member {@code :member}. It becomes part of
   * the queries for properties, so that these never carry a list of ids that grows with the
   * customer.
   */
  String idsOfMember();
}
