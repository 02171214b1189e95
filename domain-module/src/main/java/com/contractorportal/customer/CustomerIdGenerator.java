package com.contractorportal.customer;

import com.contractorportal.tenancy.CustomerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Makes ids for new customers. They are random, so that one tells nothing of another, and none is
 * given twice.
 */
@ApplicationScoped
public class CustomerIdGenerator {

  /** Of 26 billion possible ids; so many collisions in a row mean that something is broken. */
  private static final int MOST_ATTEMPTS = 20;

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private CustomerRepository customers;

  /** An id that no customer has. */
  @Transactional
  public CustomerId next() {
    return free(RANDOM, customers::exists);
  }

  static CustomerId free(RandomGenerator random, Predicate<CustomerId> taken) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      CustomerId candidate = candidate(random);
      if (!taken.test(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException(
        "No free customer id was found in " + MOST_ATTEMPTS + " attempts.");
  }

  private static CustomerId candidate(RandomGenerator random) {
    StringBuilder id = new StringBuilder(CustomerId.LENGTH);
    for (int i = 0; i < CustomerId.LENGTH; i++) {
      id.append(CustomerId.ALPHABET.charAt(random.nextInt(CustomerId.ALPHABET.length())));
    }
    return new CustomerId(id.toString());
  }
}
