package com.contractorportal.notification;

/** Why somebody is told something. */
public enum NotificationKind {
  /** Crews work for a winter event from now on. */
  EVENT_ACTIVATED
}
