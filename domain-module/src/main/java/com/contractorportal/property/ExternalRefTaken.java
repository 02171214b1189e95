package com.contractorportal.property;

import com.contractorportal.rule.Conflict;

/** Two properties cannot have the same external reference. */
public final class ExternalRefTaken extends Conflict {

  private static final long serialVersionUID = 1L;

  ExternalRefTaken(Property owner) {
    super(
        "external-ref-taken",
        owner.isDeleted()
            ? "The property %s, which was deleted, has this external reference. Restore it, or import a row with the reference."
            : "The property %s has this external reference. Give another one.",
        owner.name());
  }
}
