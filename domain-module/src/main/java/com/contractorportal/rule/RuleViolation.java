package com.contractorportal.rule;

/**
 * A rule of the domain said no. Each rule has a class of its own, one name and one message; the web
 * module turns it into a problem detail whose type is the {@link #name()}.
 */
public abstract class RuleViolation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;

  protected RuleViolation(String name, String message) {
    super(message);
    this.name = name;
  }

  /** The rule's name in lower case with dashes, for instance {@code event-is-active}. */
  public String name() {
    return name;
  }
}
