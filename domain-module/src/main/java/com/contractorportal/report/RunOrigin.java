package com.contractorportal.report;

/** Why a customer's report was made. */
public enum RunOrigin {
  /** The portal does so every night. */
  NIGHTLY,
  /** Somebody asked for it. */
  ON_DEMAND
}
