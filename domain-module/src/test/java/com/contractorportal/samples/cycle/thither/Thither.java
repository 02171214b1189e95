package com.contractorportal.samples.cycle.thither;

import com.contractorportal.samples.cycle.hither.Hither;

/** The other half of a cycle. */
public interface Thither {
  Hither back();
}
