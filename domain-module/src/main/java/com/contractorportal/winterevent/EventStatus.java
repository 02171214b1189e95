package com.contractorportal.winterevent;

/** Where a winter event stands in its life. */
public enum EventStatus {
  /** Expected. */
  PLANNED,
  /** Happening; work is done for it. */
  ACTIVE,
  /** Over. */
  CLOSED,
  /** It did not come. */
  CANCELLED
}
