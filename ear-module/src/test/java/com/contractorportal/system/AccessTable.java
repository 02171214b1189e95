package com.contractorportal.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who may use which operation: {@code access.csv}, as the web module keeps it. */
record AccessTable(Map<String, Set<String>> allowed) {

  static final String ANONYMOUS = "anonymous";
  static final String SUPER_ADMIN = "SUPER_ADMIN";

  private static final Path FILE = Path.of("../web-module/src/test/resources/access.csv");

  static AccessTable read() {
    try {
      List<String> lines = Files.readAllLines(FILE);
      List<String> columns = Arrays.asList(lines.get(0).split(","));
      Map<String, Set<String>> allowed = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",");
        Set<String> who = new TreeSet<>();
        for (int i = 1; i < columns.size(); i++) {
          if (cells[i].equals("allow")) {
            who.add(columns.get(i));
          }
        }
        allowed.put(cells[0], who);
      }
      return new AccessTable(allowed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> operations() {
    return new TreeSet<>(allowed.keySet());
  }

  boolean allows(String operation, String who) {
    return allowed.get(operation).contains(who);
  }

  boolean isPublic(String operation) {
    return allows(operation, ANONYMOUS);
  }

  /** A role that may use the operation, the most powerful first. */
  Optional<String> someone(String operation) {
    return List.of("ADMIN", SUPER_ADMIN).stream()
        .filter(role -> allows(operation, role))
        .findFirst();
  }
}
