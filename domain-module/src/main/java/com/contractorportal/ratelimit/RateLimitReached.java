package com.contractorportal.ratelimit;

import com.contractorportal.rule.RuleViolation;
import java.time.Duration;

/** More requests came than the customer's plan allows. */
public final class RateLimitReached extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;
  private final transient Quota quota;

  /**
   * @param retryAfter when the next request may come, in whole seconds
   */
  public RateLimitReached(Quota quota, Duration retryAfter) {
    super(
        "too-many-requests",
        quota.policy().equals(RateLimitService.KEY)
            ? "An API key may make %d requests a minute. Try again in %d s."
            : "Your company's plan allows %d requests a minute. Try again in %d s.",
        quota.limit(),
        retryAfter.toSeconds());
    this.quota = quota;
    this.retryAfter = retryAfter;
  }

  public Quota quota() {
    return quota;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
