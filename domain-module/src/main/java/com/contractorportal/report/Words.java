package com.contractorportal.report;

import com.contractorportal.language.Phrases;
import java.util.Locale;

/**
 * What reports say to people, in the language of a locale or else in English: {@code
 * words*.properties}. A name of ours that has no line there is read as English, its underscores as
 * spaces.
 */
final class Words {

  private static final String FILES = "com.contractorportal.report.words";

  private final Phrases lines;

  private Words(Phrases lines) {
    this.lines = lines;
  }

  static Words of(Locale locale) {
    return new Words(Phrases.of(FILES, locale.toLanguageTag()));
  }

  /** Its BCP 47 tag. */
  String language() {
    return lines.line("language");
  }

  /** The title of a report. */
  String title(ReportForm form) {
    return lines.line("report." + form.kind(), form.title());
  }

  /** The title of a column: {@code Measured depth} for {@code measured_depth}. */
  String column(String name) {
    return lines.line("column." + name, sentence(name));
  }

  /** A unit as it stands behind a figure: {@code m²} for {@code m2}. */
  String unit(String name) {
    return lines.line("unit." + name, name);
  }

  /** A word for a name of ours: {@code Freezing rain} for {@code FREEZING_RAIN}. */
  String code(String name) {
    return lines.line(
        "code." + name, name.equals(name.toUpperCase(Locale.ROOT)) ? sentence(name) : name);
  }

  String yesNo(boolean value) {
    return lines.line(value ? "yes" : "no");
  }

  /** A sentence, with what is filled into it. */
  String say(String key, Object... filled) {
    return lines.say("paper." + key, filled);
  }

  private static String sentence(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT)
        + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
