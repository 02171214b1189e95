package com.contractorportal.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes that authenticators show (RFC 6238): six digits, by HMAC-SHA-1, anew every thirty
 * seconds. Other values are in the standard, but not in most authenticators.
 */
final class OneTimeCodes {

  /** RFC 4226 recommends 160 bits. */
  private static final int SECRET_BYTES = 20;

  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();
  private static final long STEP_SECONDS = CODES.getTimeStep().toSeconds();
  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimeCodes() {}

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /**
   * The time step of which the code is: the present one, or one beside it, as clocks differ.
   *
   * @param after only steps after this one count: a code works once
   */
  static OptionalLong step(byte[] secret, String code, Instant now, long after) {
    long present = now.getEpochSecond() / STEP_SECONDS;
    for (long step = present + 1; step >= present - 1; step--) {
      if (step > after && isEqual(code(secret, step), code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  static String code(byte[] secret, long step) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret, CODES.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP_SECONDS));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isEqual(String right, String given) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
  }
}
