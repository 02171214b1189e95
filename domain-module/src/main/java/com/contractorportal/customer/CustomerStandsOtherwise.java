package com.contractorportal.customer;

import com.contractorportal.rule.Conflict;
import com.contractorportal.rule.Sentence;
import java.util.Set;

/**
 * What somebody wants to do to a customer is not done to one that stands like this one. The name
 * says how it stands: {@code customer-is-closed}.
 */
public final class CustomerStandsOtherwise extends Conflict {

  private static final long serialVersionUID = 1L;

  CustomerStandsOtherwise(
      CustomerChange change, CustomerStatus present, Set<CustomerStatus> possible) {
    super(
        switch (present) {
          case TRIAL -> "customer-is-trial";
          case ACTIVE -> "customer-is-active";
          case SUSPENDED -> "customer-is-suspended";
          case CLOSED -> "customer-is-closed";
        },
        Sentence.of(
            "This company is %s; to %s it, it has to be %s.",
            inWords(present),
            inWords(change),
            possible.stream()
                .map(CustomerStandsOtherwise::inWords)
                .reduce((one, other) -> Sentence.of("%s or %s", one, other))
                .orElseThrow()));
  }

  private static Sentence inWords(CustomerStatus status) {
    return Sentence.of(
        switch (status) {
          case TRIAL -> "trial";
          case ACTIVE -> "active";
          case SUSPENDED -> "suspended";
          case CLOSED -> "closed";
        });
  }

  private static Sentence inWords(CustomerChange change) {
    return Sentence.of(
        switch (change) {
          case ACTIVATE -> "activate";
          case SUSPEND -> "suspend";
          case CLOSE -> "close";
          case REOPEN -> "reopen";
        });
  }
}
