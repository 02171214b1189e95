package com.contractorportal.worklog;

/** In what material is counted. */
public enum MaterialUnit {
  KG,
  T,
  LB,
  TON,
  L,
  GAL,
  M3,
  YD3,
  BAG
}
