package com.contractorportal.report;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that people typed, on its way into a CSV cell. Spreadsheets run a cell that begins like a
 * formula; an apostrophe before it makes it text (OWASP, "CSV Injection").
 */
final class SafeCell {

  /**
   * What a formula begins with, in its full-width forms too, behind whatever cannot be seen; and
   * the control characters that some programs drop, or begin a new cell after.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)(?:[\t\r\n]|[\\p{Z}\\p{Cc}\\p{Cf}]*[=+@＝＋－＠-]).*");

  private SafeCell() {}

  static String of(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** Numbers and times of ours: safe as they are; nothing where there is none. */
  static String of(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
