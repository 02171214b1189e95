package com.contractorportal.report;

/** Why a night was started. */
public enum NightKind {
  /** By the clock; one a date. */
  NIGHTLY,
  /** By an operator. */
  MANUAL,
  /** By somebody of the customer, who wants one report at once. */
  ON_DEMAND
}
