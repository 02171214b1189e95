package com.contractorportal.rule;

/** The request is sound, but the present state of things does not allow it. */
public abstract class Conflict extends RuleViolation {

  private static final long serialVersionUID = 1L;

  protected Conflict(String name, String message) {
    super(name, message);
  }
}
