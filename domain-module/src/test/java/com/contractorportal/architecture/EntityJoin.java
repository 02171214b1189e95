package com.contractorportal.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds {@code LEFT JOIN Entity e ON} in JPQL. EclipseLink puts the joined entity's customer into
 * WHERE, so rows without a match vanish: three become one, silently. Mapped relations ({@code LEFT
 * JOIN r.stops s}) are right.
 */
final class EntityJoin {

  private static final Pattern JOINED_TEXT = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern ENTITY_JOIN =
      Pattern.compile("(?i:\\bLEFT\\s+(OUTER\\s+)?JOIN\\s+(FETCH\\s+)?+)[A-Z]\\w*+(?!\\.)");

  private EntityJoin() {}

  /** The sources below a folder that may speak to the customer unit and hold an entity join. */
  static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> isIn(read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isIn(String source) {
    boolean platformOnly =
        source.contains("unitName = \"platform\"") && !source.contains("unitName = \"customer\"");
    return !platformOnly && ENTITY_JOIN.matcher(code(source)).find();
  }

  private static String code(String source) {
    String uncommented = source.replaceAll("(?s)/\\*.*?\\*/", "");
    return JOINED_TEXT.matcher(uncommented).replaceAll("");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
