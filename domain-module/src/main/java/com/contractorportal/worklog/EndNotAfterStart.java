package com.contractorportal.worklog;

import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.Sentence;

/** Work ends after it began. */
public final class EndNotAfterStart extends InvalidField {

  private static final long serialVersionUID = 1L;

  EndNotAfterStart() {
    super("end-not-after-start", "endedAt", Sentence.of("Work ends after its start."));
  }
}
