package com.contractorportal.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what is to happen soon, for as long as a busy machine may take. */
final class Soon {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Soon() {}

  /**
   * @param what for the failure
   * @param look asked until it finds something
   */
  static <T> T find(String what, Supplier<Optional<T>> look) {
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end)) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("Not within " + LIMIT + ": " + what);
  }

  static void see(String what, Supplier<Boolean> look) {
    find(what, () -> look.get() ? Optional.of(true) : Optional.empty());
  }
}
