package com.contractorportal.ratelimit;

import java.time.Duration;

/**
 * What a node may spend without asking again.
 *
 * @param limit requests a minute; none for a lease without limit
 * @param tokens requests that are the node's now; none: the bucket is empty
 * @param available what is left in the bucket, for everybody
 * @param nextIn when there is something again in an empty bucket
 */
record Lease(long limit, long tokens, long available, Duration nextIn) {

  static Lease unlimited() {
    return new Lease(0, 0, 0, Duration.ZERO);
  }

  boolean isUnlimited() {
    return limit == 0;
  }
}
