package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A worker's right to report one customer in one night. It ends on its own, so that the work of a
 * dead worker is taken over.
 *
 * @param owner names this one lease, no other
 * @param attempt how many leases the customer has had in this night, this one included
 * @param failures how many of the earlier ones ended in a failure; the others were interrupted
 * @param worked how long those worked
 * @param asOf the instant that the reports describe
 * @param wishes which reports, and what they are limited to
 * @param customerTerms how the customer wants its reports
 */
public record Lease(
    UUID night,
    CustomerId customer,
    String owner,
    int attempt,
    int failures,
    Duration worked,
    Instant asOf,
    RunOrigin origin,
    Wishes wishes,
    CustomerTerms customerTerms) {

  /** How often a customer's reports may fail in one night. */
  public static final int ATTEMPTS = 3;

  /**
   * How often workers may die of a customer in one night. Many, as mostly it is not the customer
   * who kills them, and others come first; but nodes should not go down for it all day.
   */
  public static final int INTERRUPTIONS = 30;

  /** Name, time zone, locale and units of a customer as they are stored. */
  public record CustomerTerms(String name, String timeZone, String locale, String units) {}

  /** Whether this is the last try. */
  boolean isLast() {
    return failures + 1 >= ATTEMPTS;
  }

  /** Whether too many workers died. */
  boolean isBeyondLast() {
    return attempt - failures > INTERRUPTIONS;
  }
}
