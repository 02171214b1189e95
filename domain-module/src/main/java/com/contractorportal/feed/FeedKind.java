package com.contractorportal.feed;

/** What a change is about; the API shows the name. */
public enum FeedKind {
  /** A winter event was planned, edited, activated, closed, cancelled or deleted. */
  WINTER_EVENT,

  /** A work log came, or any of its contents changed. */
  WORK_LOG,

  /** Somebody checked in or out. */
  CHECK_IN
}
