package com.contractorportal.feature;

/** What can be switched, for a plan or for one customer. On, unless a switch says otherwise. */
public enum Feature {
  PROPERTY_IMPORT("Importing properties from files"),
  WEATHER_FORECAST("Forecasts for properties"),
  WORK_PHOTOS("Adding photos to work logs");

  private final String description;

  Feature(String description) {
    this.description = description;
  }

  /** What people call it. */
  public String description() {
    return description;
  }
}
