package com.contractorportal.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter as it is handed to the mail server.
 *
 * @param id the same however often it is sent, so that recipients can tell a letter sent twice
 */
record Letter(UUID id, String recipient, String subject, String body, Instant writtenAt) {

  @Override
  public String toString() {
    return "Letter[id=" + id + "]";
  }
}
