package com.contractorportal.leaving;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.English;

/** What is asked for does not fit how far the erasing is. */
public final class ErasureStandsOtherwise extends Conflict {

  private static final long serialVersionUID = 1L;

  ErasureStandsOtherwise(@English String sentence) {
    super("erasure-stands-otherwise", sentence);
  }
}
