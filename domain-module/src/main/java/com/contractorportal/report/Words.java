package com.contractorportal.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What reports say to people, in the language of a locale or else in English: {@code
 * words*.properties}. A name of ours that has no line there is read as English, its underscores as
 * spaces.
 */
final class Words {

  private static final String FILES = "com.contractorportal.report.words";

  private final Locale locale;
  private final ResourceBundle lines;

  private Words(Locale locale) {
    this.locale = locale;
    // Never the language of the server.
    this.lines =
        ResourceBundle.getBundle(
            FILES,
            locale,
            Words.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Words of(Locale locale) {
    return new Words(locale);
  }

  /** Its BCP 47 tag. */
  String language() {
    return lines.getString("language");
  }

  /** The title of a report. */
  String title(ReportForm form) {
    return line("report." + form.kind(), form.title());
  }

  /** The title of a column: {@code Measured depth} for {@code measured_depth}. */
  String column(String name) {
    return line("column." + name, sentence(name));
  }

  /** A unit as it stands behind a figure: {@code m²} for {@code m2}. */
  String unit(String name) {
    return line("unit." + name, name);
  }

  /** A word for a name of ours: {@code Freezing rain} for {@code FREEZING_RAIN}. */
  String code(String name) {
    return line("code." + name, name.equals(name.toUpperCase(Locale.ROOT)) ? sentence(name) : name);
  }

  String yesNo(boolean value) {
    return lines.getString(value ? "yes" : "no");
  }

  /** A sentence, with what is filled into it. */
  String say(String key, Object... filled) {
    return new MessageFormat(lines.getString("paper." + key), locale).format(filled);
  }

  private String line(String key, String otherwise) {
    return lines.containsKey(key) ? lines.getString(key) : otherwise;
  }

  private static String sentence(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT)
        + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
