package com.contractorportal.assignment;

import com.contractorportal.rule.Conflict;

/** Nobody serves a property that is archived. */
public final class ArchivedProperty extends Conflict {

  private static final long serialVersionUID = 1L;

  ArchivedProperty() {
    super(
        "property-is-archived",
        "The property is archived, and nobody serves it. Put it back in service first.");
  }
}
