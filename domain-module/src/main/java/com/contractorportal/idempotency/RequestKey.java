package com.contractorportal.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The name that a client gave to one request (the {@code Idempotency-Key} header), and what the
 * request asked for.
 *
 * @param key the client's key, up to 100 printable ASCII characters
 * @param digest SHA-256 of the operation and its request
 */
public record RequestKey(String key, byte[] digest) {

  /**
   * @param operation the operation's name: the same key may not stand for two operations
   * @param request the request as a record, whose text form names every component
   */
  public static RequestKey of(String key, String operation, Record request) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new RequestKey(
          key, sha256.digest((operation + '\n' + request).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
