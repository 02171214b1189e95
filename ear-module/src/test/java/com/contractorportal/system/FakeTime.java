package com.contractorportal.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A wrong clock for one process, by libfaketime. */
final class FakeTime {

  private FakeTime() {}

  /**
   * The variables that make a process live so far off. Without libfaketime the test is skipped.
   *
   * @param offset as libfaketime takes it, {@code +1h} for instance
   */
  static Map<String, String> offBy(String offset) throws IOException {
    Optional<Path> library = library();
    assumeTrue(
        library.isPresent(), "libfaketime is not installed (apt-get install libfaketime): skipped");
    return Map.of(
        "LD_PRELOAD", library.get().toString(), "FAKETIME", offset, "DONT_FAKE_MONOTONIC", "1");
  }

  private static Optional<Path> library() throws IOException {
    Path libraries = Path.of("/usr/lib");
    if (!Files.isDirectory(libraries)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(libraries)) {
      return folders
          .map(folder -> folder.resolve("faketime").resolve("libfaketimeMT.so.1"))
          .filter(Files::isRegularFile)
          .findFirst();
    }
  }
}
