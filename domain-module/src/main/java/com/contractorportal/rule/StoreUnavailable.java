package com.contractorportal.rule;

/** The folder of files cannot be written at present: it is full, or gone. */
public final class StoreUnavailable extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable() {
    super(
        "store-unavailable",
        "The portal cannot store files at the moment. Nothing was changed. Try again later.");
  }
}
