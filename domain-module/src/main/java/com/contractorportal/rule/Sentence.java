package com.contractorportal.rule;

import jakarta.validation.ConstraintViolation;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What is said to a person, in any language that has a catalogue. English is the key: a constant
 * that stays the same, whatever fills its gaps ({@link java.util.Formatter}).
 */
public final class Sentence {

  private final String template;
  private final Object[] fillings;

  private Sentence(String template, Object... fillings) {
    this.template = template;
    this.fillings = fillings;
  }

  /**
   * @param fillings of its gaps; sentences among them are said in the same language. Without any,
   *     it is said as it stands.
   */
  public static Sentence of(@English String template, Object... fillings) {
    return new Sentence(template, fillings);
  }

  /** What a constraint says; its text has no gaps. */
  public static Sentence of(ConstraintViolation<?> broken) {
    return new Sentence(broken.getMessageTemplate());
  }

  /** There is no such thing, which is named as people call it. */
  static Sentence noSuch(String thing) {
    return new Sentence("There is no such " + thing + ".");
  }

  /**
   * @param language how numbers are written
   * @param catalogue knows a template in that language by the English one
   */
  public String in(Locale language, UnaryOperator<String> catalogue) {
    String said = catalogue.apply(template);
    if (fillings.length == 0) {
      return said;
    }
    Object[] here = new Object[fillings.length];
    for (int i = 0; i < here.length; i++) {
      here[i] = fillings[i] instanceof Sentence part ? part.in(language, catalogue) : fillings[i];
    }
    return String.format(language, said, here);
  }

  /** In English. */
  @Override
  public String toString() {
    return in(Locale.ENGLISH, UnaryOperator.identity());
  }
}
