package com.contractorportal.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords that became known by break-ins elsewhere, and are tried first. The file beside this
 * class holds the first 40 bits of the SHA-256 of each, in lower case, in ascending order: {@code
 * KnownPasswordsFile} made it. One in ten million other passwords is taken for one of them.
 */
final class KnownPasswords {

  static final int BYTES = 5;

  /** What people put before and after a word to make it long enough. */
  private static final Pattern DRESSED_UP =
      Pattern.compile("(\\P{L}*)(\\p{L}{6,})(\\P{L}*)", Pattern.DOTALL);

  private static final int MOST_DRESS = 6;

  private KnownPasswords() {}

  /** Whether the password is known, or is a known word with a few digits or signs around it. */
  static boolean contains(String password) {
    String plain = password.strip().toLowerCase(Locale.ROOT);
    if (isListed(plain)) {
      return true;
    }
    Matcher word = DRESSED_UP.matcher(plain);
    return word.matches()
        && word.group(1).length() + word.group(3).length() <= MOST_DRESS
        && isListed(word.group(2));
  }

  private static boolean isListed(String text) {
    return Arrays.binarySearch(Listed.KEYS, key(text)) >= 0;
  }

  static long key(String text) {
    return ByteBuffer.wrap(Sha256.of(text)).getLong() >>> (Long.SIZE - BYTES * Byte.SIZE);
  }

  /** Read when the first password is chosen. */
  private static final class Listed {

    static final long[] KEYS = read();

    private static long[] read() {
      try (InputStream file = KnownPasswords.class.getResourceAsStream("known-passwords.bin")) {
        ByteBuffer bytes = ByteBuffer.wrap(file.readAllBytes());
        long[] keys = new long[bytes.remaining() / BYTES];
        for (int i = 0; i < keys.length; i++) {
          keys[i] = (bytes.get() & 0xFFL) << Integer.SIZE | bytes.getInt() & 0xFFFFFFFFL;
        }
        return keys;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
