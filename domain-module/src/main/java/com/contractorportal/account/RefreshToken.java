package com.contractorportal.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret that continues a session: 256 random bits. The database knows only its SHA-256, which
 * is enough, as nobody can try out 256 bits.
 */
record RefreshToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{43}");

  static RefreshToken generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token of a cookie's value, unless that cannot be one. */
  static Optional<RefreshToken> parse(Optional<String> text) {
    return text.filter(value -> VALID.matcher(value).matches()).map(RefreshToken::new);
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  @Override
  public String toString() {
    return "RefreshToken[secret]";
  }
}
