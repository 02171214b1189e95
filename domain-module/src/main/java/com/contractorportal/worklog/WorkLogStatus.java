package com.contractorportal.worklog;

/** Where a work log stands in its life. */
public enum WorkLogStatus {
  /** Work is under way. */
  OPEN,
  /** Work is done; the office has not looked at it. */
  COMPLETED,
  /** The office agrees; it never changes again. */
  APPROVED,
  /** The office does not agree; it may be put right and completed again. */
  REJECTED
}
