package com.contractorportal.leaving;

import com.contractorportal.rule.Conflict;

/** What is asked for does not fit how far the erasing is. */
public final class ErasureStandsOtherwise extends Conflict {

  private static final long serialVersionUID = 1L;

  ErasureStandsOtherwise(String message) {
    super("erasure-stands-otherwise", message);
  }
}
