package com.contractorportal.feed;

import java.util.List;
import java.util.UUID;

/** Somebody who follows a customer's feed. Nothing here may wait: many share the thread. */
public interface FeedFollower {

  /**
   * The feed is followed from now on.
   *
   * @param id what to name to go on from here later
   */
  void begins(UUID id);

  /** What changed, perhaps told a second time, perhaps not quite in order. */
  void changed(List<FeedChange> changes);

  /** More changed than is worth telling: whoever follows looks at everything anew. */
  void lostTrack();

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
