package com.contractorportal.support;

import java.time.Instant;

/**
 * A support access that has just begun, with its token. There is no refreshing: whoever needs
 * longer asks again, with a reason.
 *
 * @param accessToken to be sent as bearer token
 */
public record SupportGrant(SupportAccessView access, String accessToken, Instant expiresAt) {

  @Override
  public String toString() {
    return "SupportGrant[" + access + "]";
  }
}
