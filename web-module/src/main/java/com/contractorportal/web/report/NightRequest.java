package com.contractorportal.web.report;

import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CustomerId;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/**
 * Which reports an operator wants made.
 *
 * @param customerId the one customer to report; all if not given
 */
public record NightRequest(
    @Pattern(
            regexp = "[A-Z0-9]{9}",
            message = "Give the nine characters of a customer's id, or leave it out for all.")
        String customerId) {

  /**
   * @throws NotFound if no customer can have such an id
   */
  Optional<CustomerId> only() {
    if (customerId != null && !CustomerId.isValid(customerId)) {
      throw new NotFound("customer");
    }
    return Optional.ofNullable(customerId).map(CustomerId::new);
  }
}
