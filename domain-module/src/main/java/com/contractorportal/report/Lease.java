package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerId;
import java.time.Instant;
import java.util.UUID;

/**
 * A worker's right to report one customer in one night. It ends on its own, so that the work of a
 * dead worker is taken over.
 *
 * @param owner names this one lease, no other
 * @param attempt how many leases the customer has had in this night, this one included
 * @param asOf the instant that the report describes
 * @param timeZone the customer's time zone as it is stored
 */
public record Lease(
    UUID night,
    CustomerId customer,
    String owner,
    int attempt,
    Instant asOf,
    RunOrigin origin,
    String timeZone) {

  /** How often a customer's report is tried in one night. */
  public static final int ATTEMPTS = 3;

  /** Whether this is the last try. */
  boolean isLast() {
    return attempt >= ATTEMPTS;
  }

  /** Whether all tries were used up, by workers who died. */
  boolean isBeyondLast() {
    return attempt > ATTEMPTS;
  }
}
