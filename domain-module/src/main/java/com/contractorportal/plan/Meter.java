package com.contractorportal.plan;

/**
 * Counts what a feature keeps for the bound customer and plans limit. Each feature that keeps such
 * things brings one; where several count the same, they add up.
 */
public interface Meter {

  /** What this counts towards. */
  Limit limit();

  /** How much there is now, counted by an index. */
  long used();
}
