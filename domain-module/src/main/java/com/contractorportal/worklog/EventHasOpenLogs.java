package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.Related;
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
    super(
        "event-has-open-logs",
        (count == 1
                ? "One work log of this event is open"
                : count + " work logs of this event are open")
            + (count > logs.size() ? "; the first " + logs.size() + " are listed" : "")
            + ". Complete "
            + (count == 1 ? "it" : "them")
            + " before you close the event.");
    this.logs = List.copyOf(logs);
  }

  @Override
  public List<Related> related() {
    return logs;
  }
}
