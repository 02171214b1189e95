package com.contractorportal.rule;

/** There is too much of this kind of work at the moment. */
public final class Overloaded extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public Overloaded() {
    super("unavailable", "The portal is very busy at the moment. Try again in a minute.");
  }
}
