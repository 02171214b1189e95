package com.contractorportal.property;

import com.contractorportal.rule.English;
import com.contractorportal.rule.RuleViolation;

/** The uploaded file as a whole cannot be imported. */
public final class UnusableFile extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnusableFile(@English String sentence, Object... fillings) {
    super("unusable-file", sentence, fillings);
  }
}
