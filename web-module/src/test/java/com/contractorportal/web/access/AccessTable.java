package com.contractorportal.web.access;

import com.contractorportal.apikey.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code access.csv}: who may use which operation, written by hand. Beside {@code allow} and {@code
 * deny} the cell of an IMPERSONATOR may say {@code write}: not with a support access that is for
 * reading only. That of an API_KEY names the scope that the key needs. Both are kept behind the
 * column's name and a colon.
 */
record AccessTable(Map<String, Set<String>> allowed) {

  static final String IMPERSONATOR = "IMPERSONATOR";
  static final String WRITING_IMPERSONATOR = IMPERSONATOR + ":write";
  static final String API_KEY = "API_KEY";

  static final List<String> COLUMNS =
      List.of(
          "ADMIN",
          "MANAGER",
          "CONTRACTOR",
          "VIEWER",
          "SUPER_ADMIN",
          IMPERSONATOR,
          API_KEY,
          "anonymous");

  static AccessTable ofTheHouse() {
    try {
      return parse(Files.readAllLines(Path.of("src/test/resources/access.csv")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AccessTable parse(List<String> lines) {
    if (!lines.get(0).equals("operation," + String.join(",", COLUMNS))) {
      throw new IllegalArgumentException("Unknown columns: " + lines.get(0));
    }
    Map<String, Set<String>> allowed = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = Arrays.asList(line.split(",", -1));
      if (cells.size() != COLUMNS.size() + 1) {
        throw new IllegalArgumentException("Not one cell a column: " + line);
      }
      Set<String> who = new TreeSet<>();
      for (int i = 0; i < COLUMNS.size(); i++) {
        switch (cells.get(i + 1)) {
          case "allow" -> who.add(COLUMNS.get(i));
          case "deny" -> {}
          default -> who.add(qualified(COLUMNS.get(i), cells.get(i + 1), line));
        }
      }
      if (allowed.put(cells.get(0), who) != null) {
        throw new IllegalArgumentException("Twice in the table: " + cells.get(0));
      }
    }
    return new AccessTable(allowed);
  }

  private static String qualified(String column, String cell, String line) {
    boolean known =
        switch (column) {
          case IMPERSONATOR -> cell.equals("write");
          case API_KEY -> Scope.of(cell).isPresent();
          default -> false;
        };
    if (!known) {
      throw new IllegalArgumentException("Neither allow nor deny: " + line);
    }
    return column + ":" + cell;
  }

  Set<String> operations() {
    return new TreeSet<>(allowed.keySet());
  }
}
