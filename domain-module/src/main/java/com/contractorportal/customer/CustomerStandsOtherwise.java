package com.contractorportal.customer;

import com.contractorportal.rule.Conflict;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody wants to do to a customer is not done to one that stands like this one. The name
 * says how it stands: {@code customer-is-closed}.
 */
public final class CustomerStandsOtherwise extends Conflict {

  private static final long serialVersionUID = 1L;

  CustomerStandsOtherwise(
      CustomerChange change, CustomerStatus present, Set<CustomerStatus> possible) {
    super(
        "customer-is-" + inWords(present),
        "This company is %s; to %s it, it has to be %s."
            .formatted(
                inWords(present),
                change.verb(),
                possible.stream()
                    .map(CustomerStandsOtherwise::inWords)
                    .collect(Collectors.joining(" or "))));
  }

  private static String inWords(CustomerStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
