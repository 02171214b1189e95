package com.contractorportal.web.account;

import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session of an operator's token, for what shall end with it. */
public final class OperatorSession {

  private OperatorSession() {}

  /** The session's id. */
  public static UUID of(JsonWebToken token) {
    return AccessClaims.of(token).sessionId();
  }
}
