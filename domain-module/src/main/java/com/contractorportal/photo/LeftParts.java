package com.contractorportal.photo;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** Photos that were being written when a server died: nobody's, as they have no row. */
@ApplicationScoped
class LeftParts implements Chore {

  @Inject private PhotoStore store;

  @Override
  public String things() {
    return "parts of photos";
  }

  /** Far longer than an upload takes. */
  @Override
  public Duration kept() {
    return Duration.ofDays(1);
  }

  @Override
  public int removeSome(Instant before, int most) {
    try {
      return store.sweepParts(before, most);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
