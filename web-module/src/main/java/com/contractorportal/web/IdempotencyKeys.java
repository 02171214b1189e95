package com.contractorportal.web;

import com.contractorportal.idempotency.RequestKey;
import com.contractorportal.rule.InvalidField;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the {@code Idempotency-Key} header (draft-ietf-httpapi-idempotency-key-header). */
public final class IdempotencyKeys {

  public static final String HEADER = "Idempotency-Key";

  private static final Pattern VALID = Pattern.compile("[!-~]{1,100}");

  private IdempotencyKeys() {}

  /**
   * The key of a request, if it bears one.
   *
   * @throws InvalidField if it is not 1 to 100 printable ASCII characters
   */
  public static Optional<RequestKey> of(String header, String operation, Record request) {
    if (header == null) {
      return Optional.empty();
    }
    if (!VALID.matcher(header).matches()) {
      throw new InvalidField(
          HEADER,
          "An Idempotency-Key has 1 to 100 printable ASCII characters without spaces, a UUID say.");
    }
    return Optional.of(RequestKey.of(header, operation, request));
  }
}
