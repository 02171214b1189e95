package com.contractorportal.rule;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.SOURCE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Takes what is said to people, in English and as a constant: it is the key under which catalogues
 * have the same in other languages. {@code SentencesTest} of the web module refuses anything else,
 * and a catalogue that lacks it.
 *
 * <p>On a method: what it returns came in by such a parameter.
 */
@Documented
@Target({PARAMETER, METHOD})
@Retention(SOURCE)
public @interface English {

  /** The sentence that is made of it. */
  String value() default "%s";
}
