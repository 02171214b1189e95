package com.contractorportal.housekeeping;

import java.time.Duration;
import java.time.Instant;

/**
 * Gets rid of one kind of thing some time after it has served its purpose. {@link Housekeeping}
 * calls every bean of this type once an hour; a feature that leaves things behind brings one.
 */
public interface Chore {

  /** What goes, in the words of the log: {@code sessions}. */
  String things();

  /** How long they stay after they have served their purpose. */
  Duration kept();

  /**
   * Removes some of those that are due, in one transaction, reading not many more than {@code
   * most}. What is removed twice, or only in part, must do no harm: two nodes may do this at once,
   * and either may die in the middle.
   *
   * @param before those are due that had served their purpose before then
   * @param most the most rows or files to remove
   * @return how many were removed; none: no more are due
   */
  int removeSome(Instant before, int most);
}
