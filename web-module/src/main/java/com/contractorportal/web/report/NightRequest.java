package com.contractorportal.web.report;

import com.contractorportal.report.Round;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CustomerId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which reports an operator wants made.
 *
 * @param customerId the one customer to report; all if not given
 * @param kinds the reports to make; all if not given
 * @param day make them as in the night of this date, where each customer is; as of now if not given
 */
public record NightRequest(
    @Pattern(
            regexp = "[A-Z0-9]{9}",
            message = "Give the nine characters of a customer's id, or leave it out for all.")
        String customerId,
    @Size(max = 20, message = "Name the kinds that are wanted, or leave it out for all.")
        List<@NotNull(message = "Name the kinds that are wanted, or leave it out for all.") String>
            kinds,
    LocalDate day) {

  /**
   * @throws NotFound if no customer can have such an id
   */
  Round round() {
    if (customerId != null && !CustomerId.isValid(customerId)) {
      throw new NotFound("customer");
    }
    return new Round(
        Optional.ofNullable(customerId).map(CustomerId::new),
        kinds == null ? List.of() : kinds.stream().distinct().sorted().toList(),
        Optional.ofNullable(day));
  }
}
