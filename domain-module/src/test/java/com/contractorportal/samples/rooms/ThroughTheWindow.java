package com.contractorportal.samples.rooms;

import com.contractorportal.samples.yard.Yard;

/** Breaks a rule: takes a class of another feature that is neither service nor record. */
public class ThroughTheWindow {

  private final Yard yard = new Yard();

  Yard yard() {
    return yard;
  }
}
