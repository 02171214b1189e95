package com.contractorportal.account;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Invitations that nobody can follow any more; the audit trail tells who was invited. */
@ApplicationScoped
class EndedInvitations implements Chore {

  @Inject private InvitationRepository invitations;

  @Override
  public String things() {
    return "invitations";
  }

  @Override
  public Duration kept() {
    return Duration.ofDays(30);
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    return invitations.removeExpired(before, most);
  }
}
