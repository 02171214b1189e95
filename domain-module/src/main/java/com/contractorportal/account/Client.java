package com.contractorportal.account;

import java.util.Optional;

/**
 * Where a request to the sign-in comes from.
 *
 * @param requestId the request's id, for the audit trail
 * @param userAgent what the browser calls itself
 * @param browser what the browser was given to remember, if it was seen before
 */
public record Client(String requestId, Optional<String> userAgent, Optional<String> browser) {

  /** Somebody who was not seen before. */
  public Client(String requestId, Optional<String> userAgent) {
    this(requestId, userAgent, Optional.empty());
  }

  @Override
  public String toString() {
    return "Client[requestId=" + requestId + "]";
  }
}
