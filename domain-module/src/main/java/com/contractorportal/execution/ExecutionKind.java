package com.contractorportal.execution;

/** What the portal does for a customer in the background, or with another system. */
public enum ExecutionKind {
  /** The report of a night. */
  NIGHTLY_REPORT,
  /** A report that an operator asked for. */
  REPORT_ON_DEMAND,
  PROPERTY_IMPORT,
  WEATHER_IMPORT
}
