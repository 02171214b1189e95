package com.contractorportal.winterevent;

/** What falls or forms. */
public enum EventKind {
  SNOW,
  ICE,
  FREEZING_RAIN,
  MIXED
}
