package com.contractorportal.feature;

import java.util.List;

/**
 * How far a feature is rolled out.
 *
 * @param plans what is said for plans
 * @param customersOn for how many customers it is switched on, whatever their plan says
 * @param customersOff for how many it is switched off
 */
public record FeatureRollout(
    Feature feature,
    String description,
    List<PlanSwitch> plans,
    long customersOn,
    long customersOff) {

  /** What is said for one plan. */
  public record PlanSwitch(String plan, boolean enabled) {}
}
