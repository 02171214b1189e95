package com.contractorportal.rule;

/** The person is known, but may not do this. */
public class Forbidden extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public Forbidden(String message) {
    this("forbidden", message);
  }

  protected Forbidden(String name, String message) {
    super(name, message);
  }
}
