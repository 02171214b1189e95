package com.contractorportal.customer;

/** What lengths, depths and areas are shown in; they are kept in metres and centimetres. */
public enum Units {
  METRIC,
  IMPERIAL
}
