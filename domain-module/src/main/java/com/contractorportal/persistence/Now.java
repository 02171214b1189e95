package com.contractorportal.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time, as exact as the database keeps it. */
public final class Now {

  private Now() {}

  /** The current instant in microseconds, so that what is answered is what will be read back. */
  public static Instant instant() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
