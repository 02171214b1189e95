package com.contractorportal.web.metrics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * What a reader of the figures has to know. It comes as the password of HTTP Basic, user {@code
 * metrics}: the server takes every bearer token for an access token and refuses what it did not
 * sign.
 */
final class MetricsToken {

  /** Shorter ones can be guessed: they are as good as none. */
  private static final int SHORTEST = 16;

  private final Optional<String> token;

  MetricsToken(Optional<String> setting) {
    token = setting.map(String::strip).filter(text -> text.length() >= SHORTEST);
  }

  boolean isSet() {
    return token.isPresent();
  }

  /**
   * @param header of the name {@code Authorization}, {@code null} if there is none
   */
  boolean isIn(String header) {
    return token.isPresent()
        && header != null
        && MessageDigest.isEqual(bytes(header), bytes("Basic " + credentials()));
  }

  private String credentials() {
    return Base64.getEncoder().encodeToString(bytes("metrics:" + token.orElseThrow()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
