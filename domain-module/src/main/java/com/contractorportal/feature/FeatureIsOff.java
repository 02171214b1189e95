package com.contractorportal.feature;

import com.contractorportal.rule.Forbidden;
import com.contractorportal.rule.Sentence;

/** The customer does not have what is asked for. */
public final class FeatureIsOff extends Forbidden {

  private static final long serialVersionUID = 1L;

  FeatureIsOff(Feature feature) {
    super(
        "feature-is-off",
        Sentence.of(
            "%s is switched off for your company. Ask whoever provides the portal to you.",
            Sentence.of(feature.description())));
  }
}
