package com.contractorportal.samples.cycle.hither;

import com.contractorportal.samples.cycle.thither.Thither;

/** One half of a cycle. */
public interface Hither {
  Thither there();
}
