package com.contractorportal.rule;

/** A value of the request cannot be right. */
public class InvalidField extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field the request's field or parameter
   * @param sentence says what would be right
   */
  public InvalidField(String field, @English String sentence, Object... fillings) {
    this(field, Sentence.of(sentence, fillings));
  }

  public InvalidField(String field, Sentence sentence) {
    this("validation-failed", field, sentence);
  }

  /** A rule with a name of its own. */
  protected InvalidField(@RuleName String name, String field, Sentence sentence) {
    super(name, sentence);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
