package com.contractorportal.report;

/** Somebody who follows how far reports are. Nothing here may wait: many share the thread. */
public interface ProgressFollower {

  /**
   * How far they are now.
   *
   * @param progress a {@link NightProgress} or {@link RunProgress}
   */
  void told(Record progress);

  /** Nothing happened; whoever listens is still listened to. */
  void beat();

  /**
   * Whether the person may still follow.
   *
   * @throws com.contractorportal.rule.RuleViolation if not
   */
  void check();

  /** Nothing comes any more. */
  void ends();
}
