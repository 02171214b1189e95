package com.contractorportal.account;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Makes {@code known-passwords.bin} anew from a list of passwords, the most frequent first: all
 * that are long enough to be chosen, and of the first 100,000 also the words that people dress up.
 *
 * <p>The file at present is made of {@code 10-million-password-list-top-1000000.txt} of SecLists
 * (MIT licence, see the licence beside the file).
 */
final class KnownPasswordsFile {

  private static final int FREQUENT = 100_000;

  private KnownPasswordsFile() {}

  /**
   * @param args the list, and the file to be written
   */
  public static void main(String[] args) throws IOException {
    List<String> list = Files.readAllLines(Path.of(args[0]));
    Stream<String> whole = list.stream().filter(password -> password.length() >= 12);
    Stream<String> words =
        list.stream().limit(FREQUENT).filter(password -> password.matches("\\p{L}{6,}"));
    LongStream keys =
        Stream.concat(whole, words)
            .map(password -> password.toLowerCase(Locale.ROOT))
            .mapToLong(KnownPasswords::key)
            .sorted()
            .distinct();
    try (OutputStream file = Files.newOutputStream(Path.of(args[1]))) {
      for (long key : keys.toArray()) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(key).array();
        file.write(bytes, Long.BYTES - KnownPasswords.BYTES, KnownPasswords.BYTES);
      }
    }
  }
}
