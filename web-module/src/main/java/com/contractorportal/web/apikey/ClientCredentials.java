package com.contractorportal.web.apikey;

import com.contractorportal.apikey.TokenRefused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a program shows of itself, in one of two ways (RFC 6749, section 2.3.1): in an {@code
 * Authorization: Basic} header, or in the form.
 */
record ClientCredentials(String id, String secret) {

  private static final String BASIC = "Basic ";

  /**
   * @throws TokenRefused if it shows nothing that could be an id and a secret, or shows them twice
   */
  static ClientCredentials of(String authorization, String formId, String formSecret) {
    boolean basic =
        authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
    if (basic && formSecret != null) {
      throw TokenRefused.invalidRequest("Send id and secret in one way only.");
    }
    if (basic) {
      return parse(authorization.substring(BASIC.length()));
    }
    if (formId == null || formSecret == null) {
      throw TokenRefused.invalidClient();
    }
    return new ClientCredentials(formId, formSecret);
  }

  private static ClientCredentials parse(String encoded) {
    try {
      String[] parts =
          new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8)
              .split(":", 2);
      return new ClientCredentials(decoded(parts[0]), decoded(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
      throw TokenRefused.invalidClient();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ClientCredentials[" + id + "]";
  }
}
