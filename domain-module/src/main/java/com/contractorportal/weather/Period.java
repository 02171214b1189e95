package com.contractorportal.weather;

import java.time.Duration;

/** What an observation tells of; the API shows the name. */
public enum Period {
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1));

  private final Duration length;

  Period(Duration length) {
    this.length = length;
  }

  Duration length() {
    return length;
  }
}
