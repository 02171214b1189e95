package com.contractorportal.weather;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.English;

/** There is no forecast to be had for the property. */
public final class NoForecast extends Conflict {

  private static final long serialVersionUID = 1L;

  private NoForecast(@English String sentence) {
    super("no-forecast", sentence);
  }

  /** The provider serves other parts of the world. */
  public static NoForecast elsewhere() {
    return new NoForecast("The weather service has no forecast for the place of this property.");
  }

  static NoForecast withoutPosition() {
    return new NoForecast(
        "The position of this property is not known. Give it one to ask for a forecast.");
  }
}
