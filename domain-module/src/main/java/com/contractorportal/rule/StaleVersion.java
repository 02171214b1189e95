package com.contractorportal.rule;

/** Somebody else changed the thing since it was read. */
public final class StaleVersion extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public StaleVersion() {
    super(
        "stale-version",
        "This was changed by someone else since you read it. Read it again, then repeat your change.");
  }

  /**
   * Holds a change against the version that its author saw.
   *
   * @throws StaleVersion if the two differ
   */
  public static void check(int expected, int actual) {
    if (expected != actual) {
      throw new StaleVersion();
    }
  }
}
