package com.contractorportal.equipment;

import com.contractorportal.rule.Conflict;

/** The first rates of an equipment are written one after the other. */
public final class RatesAreChanging extends Conflict {

  private static final long serialVersionUID = 1L;

  RatesAreChanging() {
    super(
        "rates-are-changing",
        "Somebody has just set the first rate of this equipment. Look at it, then repeat your change.");
  }
}
