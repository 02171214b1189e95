package com.contractorportal.assignment;

import com.contractorportal.rule.Conflict;

/** A member serves a property once. */
public final class AlreadyAssigned extends Conflict {

  private static final long serialVersionUID = 1L;

  AlreadyAssigned() {
    super("already-assigned", "This member serves the property already.");
  }
}
