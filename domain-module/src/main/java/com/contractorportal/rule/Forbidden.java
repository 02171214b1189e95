package com.contractorportal.rule;

/** The person is known, but may not do this. */
public class Forbidden extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public Forbidden(@English String sentence, Object... fillings) {
    this("forbidden", Sentence.of(sentence, fillings));
  }

  protected Forbidden(@RuleName String name, Sentence sentence) {
    super(name, sentence);
  }
}
