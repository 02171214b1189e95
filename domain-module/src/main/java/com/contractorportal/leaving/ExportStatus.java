package com.contractorportal.leaving;

/** How far a bundle is. */
public enum ExportStatus {
  QUEUED,
  RUNNING,
  COMPLETED,
  FAILED
}
