package com.contractorportal.report;

import com.contractorportal.rule.Conflict;

/** A round of reports that has ended cannot be cancelled. */
public final class RoundIsOver extends Conflict {

  private static final long serialVersionUID = 1L;

  RoundIsOver() {
    super("round-is-over", "This run has ended already: there is nothing left to cancel.");
  }
}
