package com.contractorportal.samples.web.thither;

import com.contractorportal.samples.web.hither.Hither;

/** Half of a cycle. */
public interface Thither {
  Hither other();
}
