package com.contractorportal.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that opens one thing, a session, an invitation or a customer's API: 256 random bits. The
 * database knows only its SHA-256, which is enough, as nobody can try out 256 bits.
 */
public record SecretToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** A new one. */
  public static SecretToken generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token that somebody shows, unless it cannot be one. */
  public static Optional<SecretToken> parse(Optional<String> text) {
    return text.filter(value -> VALID.matcher(value).matches()).map(SecretToken::new);
  }

  /** What the database may know of it. */
  public byte[] hash() {
    return Sha256.of(text);
  }

  @Override
  public String toString() {
    return "SecretToken[secret]";
  }
}
