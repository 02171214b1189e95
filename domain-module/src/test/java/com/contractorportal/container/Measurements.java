package com.contractorportal.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures that tests measure, one line each in {@code docs/measurements.md}. */
public final class Measurements {

  private static final Path FILE =
      Path.of(System.getProperty("portal.checkout", ".."), "docs", "measurements.md");

  private Measurements() {}

  /** Writes a line in place of the one about the same thing. */
  public static synchronized void write(String thing, String figures) {
    String start = "- " + thing + ": ";
    try {
      List<String> lines = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
      boolean known = lines.stream().anyMatch(line -> line.startsWith(start));
      Stream<String> now =
          known
              ? lines.stream().map(line -> line.startsWith(start) ? start + figures : line)
              : Stream.concat(lines.stream(), Stream.of(start + figures));
      Files.writeString(FILE, now.collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
