package com.contractorportal.rule;

/** A value of the request cannot be right. */
public class InvalidField extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field the request's field or parameter
   * @param message a sentence that says what would be right
   */
  public InvalidField(String field, String message) {
    super("validation-failed", message);
    this.field = field;
  }

  /** A rule with a name of its own. */
  protected InvalidField(String name, String field, String message) {
    super(name, message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
