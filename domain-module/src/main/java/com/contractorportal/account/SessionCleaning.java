package com.contractorportal.account;

import com.contractorportal.recurring.RecurringTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes the sessions that have reached their end; every node may, whoever comes first. */
@ApplicationScoped
class SessionCleaning implements RecurringTask {

  private static final Logger LOG = Logger.getLogger(SessionCleaning.class.getName());

  @Inject private Sessions sessions;

  @Override
  public Duration pause() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    int deleted = sessions.deleteExpired();
    LOG.log(Level.FINE, "Deleted {0} links of expired sessions.", deleted);
  }
}
