package com.contractorportal.execution;

/** Where jobs and integrations write down what they do for customers. */
public interface Executions {

  /**
   * Something begins for the customer that is bound. It is written in a transaction of its own, and
   * if it cannot be, the work goes on all the same. An execution of the same kind and reference
   * that has not ended was lost with its node, and is interrupted now.
   *
   * @param reference what it is about: the id of the night or of the import
   */
  Execution begin(ExecutionKind kind, String reference);
}
