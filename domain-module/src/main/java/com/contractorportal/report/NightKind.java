package com.contractorportal.report;

/** Why a night was started. */
public enum NightKind {
  /** By the clock; one a date. */
  NIGHTLY,
  /** By an operator. */
  MANUAL
}
