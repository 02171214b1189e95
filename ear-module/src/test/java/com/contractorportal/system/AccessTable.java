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

/**
 * Who may use which operation: {@code access.csv}, as the web module keeps it.
 *
 * @param allowed by operation, who is let in
 * @param scopes by operation, which scope an API key needs, if any opens it
 */
record AccessTable(Map<String, Set<String>> allowed, Map<String, String> scopes) {

  static final String ANONYMOUS = "anonymous";
  static final String SUPER_ADMIN = "SUPER_ADMIN";

  /** An operator whose support access is for reading only. */
  static final String IMPERSONATOR = "IMPERSONATOR";

  /** An operator whose support access is for changes too: who is let in where a cell says so. */
  static final String WRITING_IMPERSONATOR = "IMPERSONATOR who may write";

  /** A key with every scope. */
  static final String API_KEY = "API_KEY";

  private static final Path FILE = Path.of("../web-module/src/test/resources/access.csv");

  static AccessTable read() {
    try {
      List<String> lines = Files.readAllLines(FILE);
      List<String> columns = Arrays.asList(lines.get(0).split(","));
      Map<String, Set<String>> allowed = new LinkedHashMap<>();
      Map<String, String> scopes = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",");
        Set<String> who = new TreeSet<>();
        for (int i = 1; i < columns.size(); i++) {
          if (!cells[i].equals("deny")) {
            who.addAll(let(columns.get(i), cells[i]));
          }
          if (columns.get(i).equals(API_KEY) && cells[i].contains(":")) {
            scopes.put(cells[0], cells[i]);
          }
        }
        allowed.put(cells[0], who);
      }
      return new AccessTable(allowed, scopes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> let(String column, String cell) {
    if (!column.equals(IMPERSONATOR)) {
      return Set.of(column);
    }
    return cell.equals("write")
        ? Set.of(WRITING_IMPERSONATOR)
        : Set.of(IMPERSONATOR, WRITING_IMPERSONATOR);
  }

  /** The scope that a key needs, if any opens the operation. */
  Optional<String> scope(String operation) {
    return Optional.ofNullable(scopes.get(operation));
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
