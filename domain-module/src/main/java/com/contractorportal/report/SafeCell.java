package com.contractorportal.report;

import java.util.Optional;

/**
 * Text that people typed, on its way into a CSV cell. Spreadsheets run a cell that begins like a
 * formula; an apostrophe before it makes it text (OWASP, "CSV Injection").
 */
final class SafeCell {

  /**
   * What formulas begin with, their full-width forms, and the control characters they hide behind.
   */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private SafeCell() {}

  static String of(String text) {
    String seen = text.strip();
    boolean formula =
        !text.isEmpty()
            && (FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                || (!seen.isEmpty() && FORMULA_STARTS.indexOf(seen.charAt(0)) >= 0));
    return formula ? "'" + text : text;
  }

  /** Numbers and times of ours: safe as they are; nothing where there is none. */
  static String of(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
