package com.contractorportal.store;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The checked name of a file or folder of a customer.
 *
 * @param kind the first part
 * @param rest all other parts
 */
record FileName(String kind, String rest) {

  private static final Pattern KIND = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Pattern PART = Pattern.compile("[^/\\\\\\p{Cntrl}]+");

  static FileName of(String name) {
    int slash = name.indexOf('/');
    if (slash < 0 || !KIND.matcher(name.substring(0, slash)).matches()) {
      throw notAName(name);
    }
    String rest = name.substring(slash + 1);
    for (String part : rest.split("/", -1)) {
      if (!PART.matcher(part).matches() || List.of(".", "..").contains(part)) {
        throw notAName(name);
      }
    }
    return new FileName(name.substring(0, slash), rest);
  }

  private static IllegalArgumentException notAName(String name) {
    return new IllegalArgumentException("Not the name of a customer's file: " + name);
  }
}
