package com.contractorportal.report;

import com.contractorportal.tenancy.CustomerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A round of reports that an operator starts.
 *
 * @param only the one customer to report; empty for all
 * @param kinds the reports to make; none for all
 * @param day make them as in the night of this date, of each customer's own; empty for as of now
 */
public record Round(Optional<CustomerId> only, List<String> kinds, Optional<LocalDate> day) {

  /** Everything as of now, for one customer or for all. */
  public static Round of(Optional<CustomerId> only) {
    return new Round(only, List.of(), Optional.empty());
  }
}
