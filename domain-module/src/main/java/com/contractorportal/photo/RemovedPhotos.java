package com.contractorportal.photo;

import com.contractorportal.housekeeping.CustomerChore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** Files of photos that somebody removed. */
@ApplicationScoped
class RemovedPhotos implements CustomerChore {

  @Inject private PhotoStore store;

  @Override
  public String things() {
    return "removed photos";
  }

  /** Longer than a backup takes, whose rows may still name them. */
  @Override
  public Duration kept() {
    return Duration.ofDays(2);
  }

  @Override
  public int removeSome(Instant before, int most) {
    try {
      return store.forget(before, most);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
