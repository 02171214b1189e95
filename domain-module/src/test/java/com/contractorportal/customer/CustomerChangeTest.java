package com.contractorportal.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerChangeTest {

  @ParameterizedTest
  @CsvSource({
    "ACTIVATE, TRIAL, ACTIVE",
    "ACTIVATE, ACTIVE, -",
    "ACTIVATE, SUSPENDED, ACTIVE",
    "ACTIVATE, CLOSED, -",
    "SUSPEND, TRIAL, SUSPENDED",
    "SUSPEND, ACTIVE, SUSPENDED",
    "SUSPEND, SUSPENDED, -",
    "SUSPEND, CLOSED, -",
    "CLOSE, TRIAL, CLOSED",
    "CLOSE, ACTIVE, CLOSED",
    "CLOSE, SUSPENDED, CLOSED",
    "CLOSE, CLOSED, -",
    "REOPEN, TRIAL, -",
    "REOPEN, ACTIVE, -",
    "REOPEN, SUSPENDED, -",
    "REOPEN, CLOSED, ACTIVE",
  })
  void a_customer_changes_as_the_table_says(
      CustomerChange change, CustomerStatus present, String then) {
    if (then.equals("-")) {
      assertThatThrownBy(() -> change.from(present))
          .isInstanceOfSatisfying(
              CustomerStandsOtherwise.class,
              refused ->
                  assertThat(refused.name()).isEqualToIgnoringCase("customer-is-" + present));
    } else {
      assertThat(change.from(present)).isEqualTo(CustomerStatus.valueOf(then));
    }
  }
}
