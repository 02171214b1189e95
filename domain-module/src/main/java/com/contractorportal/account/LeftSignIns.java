package com.contractorportal.account;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Sign-ins that were left before the second factor. */
@ApplicationScoped
class LeftSignIns implements Chore {

  @Inject private FactorRepository factors;

  @Override
  public String things() {
    return "sign-ins left half-way";
  }

  @Override
  public Duration kept() {
    return Duration.ofHours(1);
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    return factors.removeExpired(before, most);
  }
}
