package com.contractorportal.file;

import java.time.Instant;

/**
 * A way to a file for a browser, which sends no access token for images.
 *
 * @param url the path; good once, and a secret until then
 * @param expiresAt when it is good no more
 */
public record TicketView(String url, Instant expiresAt) {

  @Override
  public String toString() {
    return "TicketView[expiresAt=" + expiresAt + "]";
  }
}
