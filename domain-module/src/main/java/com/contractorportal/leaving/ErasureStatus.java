package com.contractorportal.leaving;

/** How far the erasing of a customer is. */
public enum ErasureStatus {
  /** Somebody asked for it; nothing happens until it is confirmed. */
  REQUESTED,
  /** It happens when it is due, unless it is cancelled before. */
  CONFIRMED,
  /** No row is left; files are being removed. */
  ROWS_GONE
}
