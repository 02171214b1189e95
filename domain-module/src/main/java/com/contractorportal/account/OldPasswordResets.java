package com.contractorportal.account;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Requests to reset a password that nobody counts any more; the audit trail tells of them. */
@ApplicationScoped
class OldPasswordResets implements Chore {

  @Inject private PasswordResetRepository resets;

  @Override
  public String things() {
    return "password resets";
  }

  @Override
  public Duration kept() {
    return Duration.ofDays(1);
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    return resets.removeWritten(before, most);
  }
}
