package com.contractorportal.customerhealth;

import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.plan.ReachedLimit;
import com.contractorportal.report.ResultStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a customer is doing, as far as operators may see: figures, and nothing of the customer's own.
 *
 * @param plan the plan's code
 * @param lastReport the nightly or manual report that ended last; absent: there was none
 * @param failedReports those that failed for good in the last seven days
 * @param waitingImports files of properties that are not done
 * @param integrations the customer's own programs
 * @param storageBytes photos and report files
 * @param nearLimits what has come to four fifths of what the plan allows, or beyond
 * @param lastActivityAt about when somebody of the customer last made a request; absent: never
 *     counted
 * @param requests of each of the last twelve months that has any, the oldest first
 * @param meteredAt when storage and what is near its limit were metered; absent: not this month yet
 */
public record CustomerHealth(
    String customerId,
    String name,
    CustomerStatus status,
    String plan,
    Optional<LastReport> lastReport,
    long failedReports,
    long waitingImports,
    Integrations integrations,
    long storageBytes,
    List<ReachedLimit> nearLimits,
    Optional<Instant> lastActivityAt,
    List<Requests> requests,
    Optional<Instant> meteredAt) {

  /**
   * Requests to the API that were let in during a month of UTC.
   *
   * @param month as {@code 2026-11}
   */
  public record Requests(String month, long count) {}

  /** What became of a report, and when. */
  public record LastReport(ResultStatus status, Instant endedAt) {}

  /**
   * A customer's API keys.
   *
   * @param keys those that work
   * @param lastUsedAt when one of them was last used; absent: none was
   * @param nextExpiryAt when the first of them ends
   */
  public record Integrations(
      long keys, Optional<Instant> lastUsedAt, Optional<Instant> nextExpiryAt) {

    static final Integrations NONE = new Integrations(0, Optional.empty(), Optional.empty());

    static Integrations ofKey(Optional<Instant> lastUsedAt, Instant expiresAt) {
      return new Integrations(1, lastUsedAt, Optional.of(expiresAt));
    }

    Integrations and(Integrations others) {
      return new Integrations(
          keys + others.keys,
          Stream.of(lastUsedAt, others.lastUsedAt)
              .flatMap(Optional::stream)
              .max(Comparator.naturalOrder()),
          Stream.of(nextExpiryAt, others.nextExpiryAt)
              .flatMap(Optional::stream)
              .min(Comparator.naturalOrder()));
    }
  }
}
