package com.contractorportal.report;

/** How far a night is. */
public enum NightStatus {
  /** Some customers are still to be reported. */
  RUNNING,
  /** Every customer's result is final. */
  COMPLETED,
  /** Somebody stopped it: what was not final then has been skipped. */
  CANCELLED
}
