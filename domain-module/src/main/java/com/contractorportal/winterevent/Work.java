package com.contractorportal.winterevent;

/** What crews do at a property. */
public enum Work {
  PLOW,
  SHOVEL,
  SALT,
  SAND,
  DEICE,
  INSPECT,
  OTHER
}
