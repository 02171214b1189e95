package com.contractorportal.account.oidc;

/**
 * What ties the provider's answer to the browser that was sent there.
 *
 * @param state comes back with the answer
 * @param nonce comes back in the ID token
 * @param verifier goes with the code, which is worth nothing without it (RFC 7636)
 */
public record Attempt(String state, String nonce, String verifier) {

  @Override
  public String toString() {
    return "Attempt[secret]";
  }
}
