package com.contractorportal.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures that tests of the whole measure, a line each in {@code docs/measurements.md}; as the
 * container tests' class of this name, which is not here.
 */
final class Measurements {

  private static final Path FILE = Path.of("..", "docs", "measurements.md");

  private Measurements() {}

  /** Writes a line in place of the one about the same thing. */
  static void write(String thing, String figures) throws IOException {
    String start = "- " + thing + ": ";
    List<String> lines = new ArrayList<>(Files.readAllLines(FILE));
    int place = lines.size();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        place = i;
      }
    }
    if (place < lines.size()) {
      lines.set(place, start + figures);
    } else {
      lines.add(start + figures);
    }
    Files.write(FILE, lines);
  }
}
