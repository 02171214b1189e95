package com.contractorportal.web.account;

import com.contractorportal.rule.InvalidField;
import com.contractorportal.tenancy.CustomerId;
import java.util.Optional;

/**
 * One of the person's companies.
 *
 * @param customerId the company's nine characters
 */
public record CustomerChoice(String customerId) {

  /**
   * The customer that a text names, if there is one.
   *
   * @throws InvalidField if no customer can be named so
   */
  static Optional<CustomerId> of(String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (!CustomerId.isValid(text)) {
      throw new InvalidField("customerId", "A company's id has nine letters and digits.");
    }
    return Optional.of(new CustomerId(text));
  }
}
