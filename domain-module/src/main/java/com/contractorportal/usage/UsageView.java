package com.contractorportal.usage;

import com.contractorportal.plan.Limit;
import java.util.List;
import java.util.Optional;

/**
 * What a customer uses, beside what its plan allows.
 *
 * @param plan the plan's code
 * @param limits what the plan limits
 * @param current this month so far
 * @param history the months before, the newest first, as far as they were metered; two years of
 *     them
 */
public record UsageView(
    String plan, List<LimitedUse> limits, MonthOfUsage current, List<MonthOfUsage> history) {

  /**
   * One limit.
   *
   * @param allowed absent if the plan sets no limit
   * @param used absent where nothing adds up: requests a minute, days of reports
   */
  public record LimitedUse(Limit limit, Optional<Long> allowed, Optional<Long> used) {}
}
