package com.contractorportal.report;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;

/**
 * The letters of reports on paper: Liberation Sans, of which each file holds those that it uses.
 */
final class PaperFonts {

  private static final BaseFont PLAIN = load("LiberationSans-Regular.ttf");
  private static final BaseFont BOLD = load("LiberationSans-Bold.ttf");

  private PaperFonts() {}

  static BaseFont plain() {
    return PLAIN;
  }

  static Font plain(float size) {
    return new Font(PLAIN, size);
  }

  static Font plain(float size, Color color) {
    return new Font(PLAIN, size, Font.NORMAL, color);
  }

  static Font bold(float size) {
    return new Font(BOLD, size);
  }

  /** What the fonts have no letter for is a question mark: left out, a name would be another. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(letter -> letter == '\u202f' ? '\u00a0' : letter) // As numbers and times have it.
        .map(letter -> Character.isWhitespace(letter) ? ' ' : letter)
        .map(letter -> PLAIN.charExists(letter) ? letter : '?')
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static BaseFont load(String name) {
    try (InputStream file = BaseFont.class.getResourceAsStream("/liberation/" + name)) {
      BaseFont font =
          BaseFont.createFont(
              name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file.readAllBytes(), null);
      font.setSecureRandom(new AlwaysTheSame());
      return font;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Names the letters that a file holds; chance would make each file another. */
  private static final class AlwaysTheSame extends SecureRandom {

    private static final long serialVersionUID = 1L;

    @Override
    public double nextDouble() {
      return 0;
    }
  }
}
