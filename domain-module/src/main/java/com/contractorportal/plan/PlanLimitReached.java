package com.contractorportal.plan;

import com.contractorportal.plan.Limits.Allowance;
import com.contractorportal.rule.Conflict;

/** The customer's plan allows no more of something. */
public final class PlanLimitReached extends Conflict {

  private static final long serialVersionUID = 1L;

  private final transient ReachedLimit reached;

  /**
   * @param allowance with a limit
   * @param used how much there is
   */
  public PlanLimitReached(Allowance allowance, long used) {
    super(
        "plan-limit-reached",
        "The plan %s allows %d %s, and that is reached. Ask your vendor for a larger plan, or make room.",
        allowance.plan(),
        allowance.most().orElseThrow(),
        allowance.limit().things());
    reached =
        new ReachedLimit(allowance.limit(), allowance.plan(), allowance.most().orElseThrow(), used);
  }

  public ReachedLimit reached() {
    return reached;
  }
}
