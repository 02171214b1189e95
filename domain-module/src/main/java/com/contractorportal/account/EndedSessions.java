package com.contractorportal.account;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Links of sessions that have reached the end they were given when they began. Those that were
 * revoked go with the others: a link that was revoked or replaced must be known as long as its
 * token could be tried.
 */
@ApplicationScoped
class EndedSessions implements Chore {

  @Inject private SessionRepository sessions;

  @Inject
  @ConfigProperty(name = "portal.retention.sessions", defaultValue = "P30D")
  private Duration kept;

  @Override
  public String things() {
    return "links of sessions";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    return sessions.removeExpired(before, most);
  }
}
