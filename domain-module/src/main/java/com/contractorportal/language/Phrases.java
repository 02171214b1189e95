package com.contractorportal.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the portal writes by itself, in letters and files, in the language of a locale or else in
 * English: the lines of {@code NAME*.properties}. Never the language of the server.
 */
public final class Phrases {

  private final Locale locale;
  private final ResourceBundle lines;

  private Phrases(Locale locale, ResourceBundle lines) {
    this.locale = locale;
    this.lines = lines;
  }

  /**
   * @param name of the files, from the root of the class path and with dots, as in {@code
   *     com.contractorportal.report.words}
   * @param language a BCP 47 tag
   */
  public static Phrases of(String name, String language) {
    Locale locale = Locale.forLanguageTag(language);
    return new Phrases(
        locale,
        ResourceBundle.getBundle(
            name,
            locale,
            Phrases.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** Whose numbers and dates go with them. */
  public Locale locale() {
    return locale;
  }

  public String line(String key) {
    return lines.getString(key);
  }

  public String line(String key, String otherwise) {
    return lines.containsKey(key) ? lines.getString(key) : otherwise;
  }

  /** A line, with what is filled into it. */
  public String say(String key, Object... filled) {
    return new MessageFormat(lines.getString(key), locale).format(filled);
  }
}
