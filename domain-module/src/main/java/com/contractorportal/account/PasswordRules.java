package com.contractorportal.account;

import com.contractorportal.rule.InvalidField;

/**
 * What a new password must be (after NIST SP 800-63B: length counts, composition rules do not, and
 * what was stolen elsewhere is refused).
 */
final class PasswordRules {

  private static final int SHORTEST = 12;

  /** More only costs hashing time. */
  static final int LONGEST = 200;

  private PasswordRules() {}

  /**
   * @throws InvalidField if the password is too short, too long, or what is tried first
   */
  static void check(String field, String password, String email, String displayName) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new InvalidField(field, "A password has %d to %d characters.", SHORTEST, LONGEST);
    }
    String plain = password.strip();
    if (plain.equalsIgnoreCase(email)
        || plain.equalsIgnoreCase(displayName.strip())
        || plain.codePoints().distinct().count() == 1) {
      throw new InvalidField(
          field,
          "A password must not be your e-mail address, your name, or one character repeated.");
    }
    if (KnownPasswords.contains(password)) {
      throw new InvalidField(
          field,
          "This password is known from break-ins elsewhere, or nearly, and is tried first."
              + " Choose another, several words for instance.");
    }
  }
}
