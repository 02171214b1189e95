package com.contractorportal.account;

import java.time.Instant;

/**
 * An access token.
 *
 * @param text the signed token, to be sent as bearer token
 */
public record IssuedToken(String text, Instant expiresAt) {

  @Override
  public String toString() {
    return "IssuedToken[expiresAt=" + expiresAt + "]";
  }
}
