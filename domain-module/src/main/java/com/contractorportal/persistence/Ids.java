package com.contractorportal.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes row ids: UUIDv7 (RFC 9562), whose order is the order of their making. */
public final class Ids {

  private Ids() {}

  /** A new id. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
