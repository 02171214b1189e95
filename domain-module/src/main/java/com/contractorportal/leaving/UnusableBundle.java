package com.contractorportal.leaving;

import com.contractorportal.rule.English;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.rule.Sentence;

/** A bundle that cannot be taken in, and why. */
public final class UnusableBundle extends InvalidField {

  private static final long serialVersionUID = 1L;

  UnusableBundle(@English String sentence, Object... fillings) {
    super("unusable-bundle", "file", Sentence.of(sentence, fillings));
  }
}
