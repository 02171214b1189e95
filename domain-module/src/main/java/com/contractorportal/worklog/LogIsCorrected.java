package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.Related;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A log is corrected once; what is wrong with the correction is corrected there. */
public final class LogIsCorrected extends Conflict {

  private static final long serialVersionUID = 1L;

  private final transient Optional<UUID> correction;

  LogIsCorrected(Optional<UUID> correction) {
    super(
        "log-is-corrected",
        "This log has a correction already"
            + correction.map(id -> ", " + id).orElse("")
            + ". Correct that one.");
    this.correction = correction;
  }

  @Override
  public List<Related> related() {
    return correction.map(id -> new Related(id, "The correction.")).stream().toList();
  }
}
