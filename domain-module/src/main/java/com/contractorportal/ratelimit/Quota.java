package com.contractorportal.ratelimit;

import java.time.Duration;

/**
 * What is left of an allowance of requests.
 *
 * @param policy whose: {@code customer} or {@code key}
 * @param limit requests a minute, and at most at once
 * @param remaining about how many may follow at once: other nodes take from the same
 * @param untilFull when all of it is there again if nobody asks for anything
 */
public record Quota(String policy, long limit, long remaining, Duration untilFull) {}
