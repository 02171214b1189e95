package com.contractorportal.rule;

/**
 * Nobody is signed in. Which of e-mail, password, lock, token or session is to blame is never told.
 */
public final class NotAuthenticated extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public NotAuthenticated(@English String sentence) {
    super("not-authenticated", sentence);
  }

  /** A token or session that is not, or no longer, good. */
  public static NotAuthenticated sessionEnded() {
    return new NotAuthenticated("Your session has ended. Sign in again.");
  }
}
