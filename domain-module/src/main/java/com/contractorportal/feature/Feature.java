package com.contractorportal.feature;

import com.contractorportal.rule.English;

/** What can be switched, for a plan or for one customer. On, unless a switch says otherwise. */
public enum Feature {
  PROPERTY_IMPORT("Importing properties from files"),
  WEATHER_FORECAST("Forecasts for properties"),
  WORK_PHOTOS("Adding photos to work logs");

  private final String description;

  Feature(@English String description) {
    this.description = description;
  }

  /** What people call it. */
  public @English String description() {
    return description;
  }
}
