package com.contractorportal.plan;

/**
 * The limit that stands in the way.
 *
 * @param plan the plan's code
 * @param allowed how much it allows
 * @param used how much there is
 */
public record ReachedLimit(Limit name, String plan, long allowed, long used) {}
