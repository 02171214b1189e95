package com.contractorportal.leaving;

import com.contractorportal.rule.InvalidField;

/** A bundle that cannot be taken in, and why. */
public final class UnusableBundle extends InvalidField {

  private static final long serialVersionUID = 1L;

  UnusableBundle(String message) {
    super("unusable-bundle", "file", message);
  }
}
