package com.contractorportal.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in and the refresh token that goes with it; the token is for the cookie only.
 *
 * @param refreshToken absent while the person has yet to choose a company
 * @param browser what the browser is to remember, so that it is known next time
 */
public record Grant(SignIn signIn, Optional<Refresh> refreshToken, Optional<String> browser) {

  Grant(SignIn signIn, Optional<Refresh> refreshToken) {
    this(signIn, refreshToken, Optional.empty());
  }

  Grant seen(SecretToken browser) {
    return new Grant(signIn, refreshToken, Optional.of(browser.text()));
  }

  @Override
  public String toString() {
    return "Grant[" + signIn + "]";
  }

  /**
   * @param token the secret
   * @param expiresAt when the session ends at the latest
   */
  public record Refresh(String token, Instant expiresAt) {

    @Override
    public String toString() {
      return "Refresh[expiresAt=" + expiresAt + "]";
    }
  }
}
