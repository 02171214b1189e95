package com.contractorportal.checkin;

/** Whether somebody comes or goes. */
public enum CheckInKind {
  IN,
  OUT
}
