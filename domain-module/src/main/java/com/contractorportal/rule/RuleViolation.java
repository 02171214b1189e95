package com.contractorportal.rule;

import java.util.List;

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

  /** The things that stand in the way, as far as there are any and they are few. */
  public List<Related> related() {
    return List.of();
  }

  /** The rule's name in lower case with dashes, for instance {@code event-is-active}. */
  public String name() {
    return name;
  }
}
