package com.contractorportal.account;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an account stays locked after wrong passwords in a row: the tenth locks it for fifteen
 * minutes, every fifth after that for twice as long as the time before, up to an hour. Longer would
 * hardly slow down guessing, but let anybody who knows an address keep its owner out.
 */
final class LockOut {

  private static final int FIRST = 10;
  private static final int EVERY = 5;
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(1);

  private LockOut() {}

  /**
   * @param failures wrong passwords since the last right one, this one included
   * @return how long the account is locked by this failure, if it is
   */
  static Optional<Duration> after(int failures) {
    if (failures < FIRST || (failures - FIRST) % EVERY != 0) {
      return Optional.empty();
    }
    int doublings = Math.min((failures - FIRST) / EVERY, 10);
    Duration duration = SHORTEST.multipliedBy(1L << doublings);
    return Optional.of(duration.compareTo(LONGEST) > 0 ? LONGEST : duration);
  }
}
