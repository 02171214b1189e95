package com.contractorportal.report;

/** How far one customer's report is in one night. The last three are final. */
public enum ResultStatus {
  /** Waits for a worker, for the first time or once more after a failed attempt. */
  PENDING,
  /** A worker holds a lease on it. */
  RUNNING,
  COMPLETED,
  /** Every attempt failed. */
  FAILED,
  /** The customer was not in service. */
  SKIPPED
}
