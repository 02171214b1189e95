package com.contractorportal.rule;

import java.util.List;

/**
 * A rule of the domain said no. Each rule has a class of its own, one name and one message; the web
 * module turns it into a problem detail whose type is the {@link #name()}.
 */
public abstract class RuleViolation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient Sentence sentence;

  /**
   * @param sentence what would be right, with gaps as {@link Sentence} has them
   */
  protected RuleViolation(@RuleName String name, @English String sentence, Object... fillings) {
    this(name, Sentence.of(sentence, fillings));
  }

  protected RuleViolation(@RuleName String name, Sentence sentence) {
    super(sentence.toString());
    this.name = name;
    this.sentence = sentence;
  }

  /** The message, which can be said in other languages. */
  public Sentence sentence() {
    return sentence;
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
