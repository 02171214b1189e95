package com.contractorportal.rule;

/** The request is sound, but the present state of things does not allow it. */
public abstract class Conflict extends RuleViolation {

  private static final long serialVersionUID = 1L;

  protected Conflict(@RuleName String name, @English String sentence, Object... fillings) {
    super(name, sentence, fillings);
  }

  protected Conflict(@RuleName String name, Sentence sentence) {
    super(name, sentence);
  }
}
