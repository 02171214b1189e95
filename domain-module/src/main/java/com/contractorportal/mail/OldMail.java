package com.contractorportal.mail;

import com.contractorportal.housekeeping.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Letters whose sending, or not, nobody will ask about any more. */
@ApplicationScoped
class OldMail implements Chore {

  @Inject private MailQueue queue;

  @Inject
  @ConfigProperty(name = "portal.retention.mail", defaultValue = "P30D")
  private Duration kept;

  @Override
  public String things() {
    return "letters";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  public int removeSome(Instant before, int most) {
    return queue.removeWritten(before, most);
  }
}
