package com.contractorportal.property;

/** Whether a property is being served. */
public enum PropertyStatus {
  /** Served in every event. */
  ACTIVE,
  /** Not served for now. */
  PAUSED,
  /** Not served any more; kept for its history, on no route. */
  ARCHIVED
}
