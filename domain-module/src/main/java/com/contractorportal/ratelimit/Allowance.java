package com.contractorportal.ratelimit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The requests of one key on this node. They are spent from a lease of a few tokens; one request
 * fetches the next lease, and those of the same key wait for it. While the bucket is empty, nobody
 * asks the database: refusing a flood costs it nothing.
 */
final class Allowance {

  /** Then a lease is returned to nobody: what a node has not spent is lost, or comes late. */
  private static final Duration LEASE_VALID = Duration.ofMinutes(1);

  /** However fast a bucket fills, it is not looked into more often while it is empty. */
  private static final Duration SHORTEST_REFUSAL = Duration.ofMillis(50);

  private final String policy;
  private final LongSupplier nanoTime;
  private Lease lease;
  private long tokens;
  private long validUntil;
  private long refusedUntil;
  private volatile long lastAsked;

  /**
   * @param policy as {@link Quota#policy}
   * @param nanoTime as {@link System#nanoTime}
   */
  Allowance(String policy, LongSupplier nanoTime) {
    this.policy = policy;
    this.nanoTime = nanoTime;
    lastAsked = nanoTime.getAsLong();
  }

  /**
   * Takes one request.
   *
   * @param next fetches a lease
   * @return what is left; empty if there is no limit
   * @throws RateLimitReached if none may come now
   */
  synchronized Optional<Quota> take(Supplier<Lease> next) {
    long now = nanoTime.getAsLong();
    lastAsked = now;
    if (lease == null || now - validUntil >= 0 || isSpent() && now - refusedUntil >= 0) {
      lease = next.get();
      now = nanoTime.getAsLong();
      tokens = lease.tokens();
      validUntil = now + (lease.isUnlimited() ? lease.nextIn() : LEASE_VALID).toNanos();
      refusedUntil =
          tokens > 0 ? now : now + Math.max(lease.nextIn().toNanos(), SHORTEST_REFUSAL.toNanos());
    }
    if (lease.isUnlimited()) {
      return Optional.empty();
    }
    if (tokens == 0) {
      throw new RateLimitReached(quota(), wholeSeconds(refusedUntil - now));
    }
    tokens--;
    return Optional.of(quota());
  }

  private boolean isSpent() {
    return !lease.isUnlimited() && tokens == 0;
  }

  /** When it was last asked for, to be forgotten some time after. */
  long lastAsked() {
    return lastAsked;
  }

  private Quota quota() {
    long remaining = lease.available() + tokens;
    long missing = Math.max(0, lease.limit() - remaining);
    return new Quota(
        policy, lease.limit(), remaining, wholeSeconds(missing * 60_000_000_000L / lease.limit()));
  }

  private static Duration wholeSeconds(long nanos) {
    return Duration.ofSeconds(Math.max(1, (nanos + 999_999_999) / 1_000_000_000));
  }
}
