package com.contractorportal.member;

import java.time.Instant;
import java.util.Optional;

/**
 * An invitation that has not been followed yet.
 *
 * @param link only when it has just been made and is not mailed: to be handed to the person
 */
public record InvitationView(Instant expiresAt, Optional<String> link) {

  @Override
  public String toString() {
    return "InvitationView[expiresAt=" + expiresAt + "]";
  }
}
