package com.contractorportal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether the trail is as it was sealed.
 *
 * @param intact whether nothing is broken
 * @param links how many links of the chain were looked at
 * @param entries how many entries were found as they were sealed
 * @param waiting how many entries are so young that they are not sealed yet
 * @param sealedAt when the last link was made; absent before the first
 * @param head the hash of the last link, in hexadecimal digits; absent before the first
 * @param removals what was removed because it had served its time; visible in the chain itself
 * @param firstBroken the first link that does not hold; absent if all do
 */
public record AuditVerification(
    boolean intact,
    long links,
    long entries,
    long waiting,
    Optional<Instant> sealedAt,
    Optional<String> head,
    List<Removal> removals,
    Optional<Break> firstBroken) {

  /** Entries up to this link of the chain were removed after they had served their time. */
  public record Removal(long removedThrough, Instant at) {}

  /** What is wrong with a link. */
  public enum Kind {
    /** The entry is not what it was. */
    ENTRY_CHANGED,
    /** The entry is gone. */
    ENTRY_MISSING,
    /** The entry was not written by the portal. */
    ENTRY_ADDED,
    /** The seal does not fit those before it. */
    SEAL_CHANGED,
    /** The seal is gone. */
    SEAL_MISSING,
    /** The chain is not the one whose head was written outside the database. */
    HEAD_DIFFERS
  }

  /**
   * A link that does not hold.
   *
   * @param sequence its place in the chain; absent for an entry that has none
   * @param entryId whose seal it is, if it is an entry's
   * @param detail the same in a sentence
   */
  public record Break(Optional<Long> sequence, Optional<UUID> entryId, Kind kind, String detail) {}
}
