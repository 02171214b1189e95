package com.contractorportal.worklog;

import com.contractorportal.rule.InvalidField;

/** Work ends after it began. */
public final class EndNotAfterStart extends InvalidField {

  private static final long serialVersionUID = 1L;

  EndNotAfterStart() {
    super("end-not-after-start", "endedAt", "Work ends after its start.");
  }
}
