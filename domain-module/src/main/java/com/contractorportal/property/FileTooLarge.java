package com.contractorportal.property;

import com.contractorportal.rule.RuleViolation;

/** The uploaded file is larger than imports take. */
public final class FileTooLarge extends RuleViolation {

  private static final long serialVersionUID = 1L;

  FileTooLarge(long most) {
    super(
        "too-large",
        "A file has at most %d MB. Split it and import the parts one after the other.",
        most / (1024 * 1024));
  }
}
