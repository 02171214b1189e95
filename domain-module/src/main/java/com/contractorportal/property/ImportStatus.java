package com.contractorportal.property;

/** Where an import stands. */
public enum ImportStatus {
  /** Received, not begun. */
  QUEUED,
  RUNNING,
  /** Read to the end; rows may have been rejected. */
  COMPLETED,
  /** Given up; rows accepted before stay. */
  FAILED
}
