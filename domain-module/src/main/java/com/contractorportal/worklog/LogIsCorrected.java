package com.contractorportal.worklog;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.Related;
import com.contractorportal.rule.Sentence;
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
        correction.isPresent()
            ? "This log has a correction already, %s. Correct that one."
            : "This log has a correction already. Correct that one.",
        correction.orElse(null));
    this.correction = correction;
  }

  @Override
  public List<Related> related() {
    return correction.map(id -> new Related(id, Sentence.of("The correction.").toString())).stream()
        .toList();
  }
}
