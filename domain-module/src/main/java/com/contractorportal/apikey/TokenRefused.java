package com.contractorportal.apikey;

/**
 * A program asked for a token in vain; RFC 6749, section 5.2. No {@code RuleViolation}: what the
 * RFC lets be said is ASCII.
 */
public final class TokenRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;

  private TokenRefused(String error, String message) {
    super(message);
    this.error = error;
  }

  /** The error's code, as the RFC names it. */
  public String error() {
    return error;
  }

  /** Which of id, secret, expiry or revocation is to blame is never told. */
  public static TokenRefused invalidClient() {
    return new TokenRefused(
        "invalid_client", "The client id or its secret is wrong, or the key is good no more.");
  }

  /** The request is not one of client credentials. */
  public static TokenRefused invalidRequest(String message) {
    return new TokenRefused("invalid_request", message);
  }

  /** There are other grants, but not here. */
  public static TokenRefused unsupportedGrant() {
    return new TokenRefused("unsupported_grant_type", "Send grant_type=client_credentials.");
  }

  static TokenRefused invalidScope() {
    return new TokenRefused("invalid_scope", "The key is not good for one of these scopes.");
  }

  static TokenRefused customerSuspended() {
    return new TokenRefused(
        "unauthorized_client", "This company's access to the portal is suspended.");
  }
}
