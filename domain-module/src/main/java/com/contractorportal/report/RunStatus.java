package com.contractorportal.report;

/** How far a run is. */
public enum RunStatus {
  RUNNING,
  COMPLETED,
  FAILED
}
