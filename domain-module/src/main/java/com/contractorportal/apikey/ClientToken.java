package com.contractorportal.apikey;

/**
 * An access token for a program.
 *
 * @param seconds how long it is good
 * @param scope what it is good for, with spaces between the scopes
 */
public record ClientToken(String token, int seconds, String scope) {

  @Override
  public String toString() {
    return "ClientToken[" + scope + "]";
  }
}
