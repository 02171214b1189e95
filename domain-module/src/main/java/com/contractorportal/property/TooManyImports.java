package com.contractorportal.property;

import com.contractorportal.rule.Conflict;

/** As many imports of one customer as may wait do so already. */
public final class TooManyImports extends Conflict {

  private static final long serialVersionUID = 1L;

  TooManyImports(int most) {
    super(
        "too-many-imports",
        "There are %d imports of your company waiting. Try again when one has ended.",
        most);
  }
}
