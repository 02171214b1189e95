package com.contractorportal.execution;

/** What became of an execution. */
public enum ExecutionStatus {
  RUNNING,
  COMPLETED,
  FAILED,
  /** Its node stopped or was lost; another execution with the same reference goes on. */
  INTERRUPTED
}
