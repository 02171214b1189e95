package com.contractorportal.ratelimit;

import java.time.Duration;

/**
 * What a node may spend without asking again.
 *
 * @param limit requests a minute; none for a lease without limit
 * @param tokens requests that are the node's now; none: the bucket is empty
 * @param available what is left in the bucket, for everybody
 * @param nextIn when to ask again if there is no limit, or the bucket is empty
 */
record Lease(long limit, long tokens, long available, Duration nextIn) {

  static Lease unlimited(Duration nextIn) {
    return new Lease(0, 0, 0, nextIn);
  }

  boolean isUnlimited() {
    return limit == 0;
  }
}
