package com.contractorportal.feature;

import com.contractorportal.rule.Forbidden;

/** The customer does not have what is asked for. */
public final class FeatureIsOff extends Forbidden {

  private static final long serialVersionUID = 1L;

  FeatureIsOff(Feature feature) {
    super(
        "feature-is-off",
        feature.description()
            + " is switched off for your company. Ask whoever provides the portal to you.");
  }
}
