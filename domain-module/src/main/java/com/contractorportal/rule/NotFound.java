package com.contractorportal.rule;

/** There is no such thing here. Another customer's thing and none at all are the same. */
public final class NotFound extends RuleViolation {

  private static final long serialVersionUID = 1L;

  /**
   * @param what the thing in the field's words, for instance {@code property}
   */
  public NotFound(@English("There is no such %s.") String what) {
    super("not-found", Sentence.noSuch(what));
  }
}
