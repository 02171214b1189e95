package com.contractorportal.plan;

import com.contractorportal.plan.Limits.Allowance;

/**
 * What a plan still has room for.
 *
 * @param used how much there is, if there is a limit
 */
public record Room(Allowance allowance, long used) {

  /** How much more may come. */
  public long left() {
    return allowance.most().map(most -> Math.max(0, most - used)).orElse(Long.MAX_VALUE);
  }

  /**
   * Makes sure that so much more may come.
   *
   * @throws PlanLimitReached if not
   */
  public void require(long more) {
    if (more > left()) {
      throw reached();
    }
  }

  /** The refusal to take more. */
  public PlanLimitReached reached() {
    return new PlanLimitReached(allowance, used);
  }
}
