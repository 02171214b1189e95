package com.contractorportal.checkin;

import com.contractorportal.rule.InvalidField;

/** A position is on the globe. */
public final class PositionOutOfRange extends InvalidField {

  private static final long serialVersionUID = 1L;

  PositionOutOfRange(String field, int most) {
    super(
        "position-out-of-range",
        field,
        "A " + field + " is a number of degrees from -" + most + " to " + most + ".");
  }
}
