package com.contractorportal.samples.web.hither;

import com.contractorportal.samples.web.thither.Thither;

/** Half of a cycle. */
public interface Hither {
  Thither other();
}
