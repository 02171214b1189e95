package com.contractorportal.web.metrics;

import java.util.Locale;

/** How a sign-in ended, as its answer's status tells. */
enum SignInResult {
  ACCEPTED,
  /** Unknown address, wrong password or locked account, which nobody is to tell apart. */
  REFUSED,
  /** The password was right, but there is nowhere to work. */
  FORBIDDEN,
  /** Not a sign-in at all. */
  MALFORMED,
  FAILED;

  static SignInResult of(int status) {
    if (status < 300) {
      return ACCEPTED;
    }
    if (status >= 500) {
      return FAILED;
    }
    return switch (status) {
      case 401 -> REFUSED;
      case 403 -> FORBIDDEN;
      default -> MALFORMED;
    };
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
