package com.contractorportal.property;

/** What stands on a property. */
public enum PropertyKind {
  RESIDENTIAL,
  COMMERCIAL,
  INDUSTRIAL,
  MUNICIPAL,
  OTHER
}
