package com.contractorportal.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contractorportal.tenancy.CustomerId;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerIdGeneratorTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void ids_are_valid_and_differ() {
    Set<CustomerId> made = new HashSet<>();

    for (int i = 0; i < 1_000; i++) {
      made.add(CustomerIdGenerator.free(random, id -> false));
    }

    assertThat(made).hasSize(1_000).doesNotContain(CustomerId.LEGACY);
  }

  @Test
  void an_id_that_is_taken_is_not_given_again() {
    Set<CustomerId> refused = new HashSet<>();

    CustomerId free = CustomerIdGenerator.free(random, id -> refused.size() < 3 && refused.add(id));

    assertThat(refused).hasSize(3).doesNotContain(free);
  }

  @Test
  void a_table_that_claims_every_id_ends_the_search() {
    assertThatThrownBy(() -> CustomerIdGenerator.free(random, id -> true))
        .isInstanceOf(IllegalStateException.class);
  }
}
