package com.contractorportal.feature;

/** Who has said whether a feature is on. */
public enum FeatureSource {
  /** Nobody: it is as the portal comes. */
  DEFAULT,
  /** The customer's plan. */
  PLAN,
  /** A switch for this customer, which comes before the plan's. */
  CUSTOMER
}
