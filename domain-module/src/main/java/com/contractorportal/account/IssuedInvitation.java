package com.contractorportal.account;

import java.time.Instant;

/**
 * An invitation that has just been made.
 *
 * @param token the secret of its link, which nobody can be told again
 */
public record IssuedInvitation(String token, Instant expiresAt) {

  @Override
  public String toString() {
    return "IssuedInvitation[expiresAt=" + expiresAt + "]";
  }
}
