package com.contractorportal.execution;

/** An execution under way. The first ending counts; none of the methods fails. */
public interface Execution {

  /**
   * @param items how many things it has handled, rows say
   * @param bytes how much it has read or written
   */
  void completed(long items, long bytes);

  /**
   * @param why a sentence for operators, without customers' data
   */
  void failed(String why);

  /** Somebody else goes on with the work. */
  void interrupted();
}
