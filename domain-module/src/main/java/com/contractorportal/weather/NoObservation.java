package com.contractorportal.weather;

import com.contractorportal.rule.English;
import com.contractorportal.rule.RuleViolation;

/** Nothing is known of the weather at the property. */
public final class NoObservation extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private NoObservation(@English String sentence) {
    super("no-observation", sentence);
  }

  static NoObservation withoutPosition() {
    return new NoObservation(
        "The position of this property is not known. Give it one to find the weather there.");
  }

  static NoObservation withoutPlaces() {
    return new NoObservation(
        "No place with a known position has observations. Import some, with latitude and longitude.");
  }
}
