package com.contractorportal.recurring;

import java.time.Duration;

/**
 * Something that every node does again and again while it runs. What only one node may do is held
 * by the database.
 */
public interface RecurringTask {

  /** The pause between the end of one run and the start of the next. */
  Duration pause();

  /** Does it once. A failure is logged; the next run comes all the same. */
  void run();

  /** What is left to do when the node ends. */
  default void last() {}
}
