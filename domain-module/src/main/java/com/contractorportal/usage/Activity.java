package com.contractorportal.usage;

import java.time.Instant;

/**
 * Measures what a feature did for the bound customer in some time. Each feature whose work is
 * metered brings one; where several measure the same, they add up.
 */
public interface Activity {

  /** What is measured. */
  enum Measure {
    /** Work logs, by when the work was begun. */
    LOGS,
    /** Report runs, by when they were started. */
    REPORT_RUNS,
    /** How long imports and reports were worked on, in seconds, by when they were started. */
    BATCH_SECONDS
  }

  /** What this counts towards. */
  Measure measure();

  /**
   * How much there was, counted by an index.
   *
   * @param until exclusive
   */
  long during(Instant from, Instant until);
}
