package com.contractorportal.checkin;

import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.Sentence;

/** A position is on the globe. */
public final class PositionOutOfRange extends InvalidField {

  private static final long serialVersionUID = 1L;

  PositionOutOfRange(String field, int most) {
    super(
        "position-out-of-range",
        field,
        Sentence.of(
            most > 90
                ? "A longitude is a number of degrees from -%1$d to %1$d."
                : "A latitude is a number of degrees from -%1$d to %1$d.",
            most));
  }
}
