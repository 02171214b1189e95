package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.Related;
import com.contractorportal.rule.Sentence;
import java.util.List;

/** Work that is under way ends before its event does. */
public final class EventHasOpenLogs extends Conflict {

  private static final long serialVersionUID = 1L;

  private final transient List<Related> logs;

  /**
   * @param count how many there are
   * @param logs the first of them
   */
  EventHasOpenLogs(long count, List<Related> logs) {
    super("event-has-open-logs", sentence(count, logs.size()));
    this.logs = List.copyOf(logs);
  }

  private static Sentence sentence(long count, int listed) {
    if (count == 1) {
      return Sentence.of(
          "One work log of this event is open. Complete it before you close the event.");
    }
    return count > listed
        ? Sentence.of(
            "%d work logs of this event are open; the first %d are listed. Complete them before you close the event.",
            count, listed)
        : Sentence.of(
            "%d work logs of this event are open. Complete them before you close the event.",
            count);
  }

  @Override
  public List<Related> related() {
    return logs;
  }
}
