package com.contractorportal.leaving;

import com.contractorportal.rule.Conflict;

/** A customer's data is bundled once at a time. */
public final class ExportUnderWay extends Conflict {

  private static final long serialVersionUID = 1L;

  ExportUnderWay() {
    super("export-under-way", "Your company's data is being exported already. Wait until it is.");
  }
}
