package com.contractorportal.web.account;

import com.contractorportal.rule.NotAuthenticated;
import com.contractorportal.tenancy.CustomerId;
import jakarta.servlet.ServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * As whom a request came in, for what outlives the request.
 *
 * @param sessionId the person's session, the support access, or the API key
 * @param customer empty for an operator
 * @param expiresAt until when the access token is good
 * @param key the API key, if it is one
 * @param standing looks whether what the token says still holds
 */
public record SignedIn(
    UUID sessionId,
    Optional<CustomerId> customer,
    Instant expiresAt,
    Optional<UUID> key,
    Runnable standing) {

  private static final String ATTRIBUTE = SignedIn.class.getName();

  void keep(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Of a request by somebody who is signed in. */
  public static SignedIn of(ServletRequest request) {
    return (SignedIn) request.getAttribute(ATTRIBUTE);
  }

  /**
   * Whether a request like this one would be let in now.
   *
   * @throws NotAuthenticated if the token has expired, the session has ended, or the role is not
   *     the person's any more
   * @throws com.contractorportal.account.CustomerSuspended if nobody may work in the customer
   */
  public void check() {
    if (Instant.now().isAfter(expiresAt)) {
      throw NotAuthenticated.sessionEnded();
    }
    standing.run();
  }
}
