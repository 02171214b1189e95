package com.contractorportal.tenancy;

import java.util.regex.Pattern;

/**
 * The nine characters that name a customer, a contracting company and tenant of the portal.
 *
 * <p>Valid are nine characters of {@link #ALPHABET} (no O, 0, I, 1 or L) and the reserved {@link
 * #LEGACY}, which no generator can produce.
 *
 * @param value the nine characters
 */
public record CustomerId(String value) {

  /** The characters of a generated id. */
  public static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  /** How many characters an id has. */
  public static final int LENGTH = 9;

  private static final Pattern VALID =
      Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}|LEGACY001");

  /** The first customer, migrated from the single-tenant portal. */
  public static final CustomerId LEGACY = new CustomerId("LEGACY001");

  /**
   * @throws IllegalArgumentException if the value is not a valid customer id
   */
  public CustomerId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("A customer id has nine characters of " + ALPHABET + ".");
    }
  }

  /** Whether the text could name a customer. */
  public static boolean isValid(String text) {
    return text != null && VALID.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
