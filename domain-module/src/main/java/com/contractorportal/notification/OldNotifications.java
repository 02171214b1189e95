package com.contractorportal.notification;

import com.contractorportal.housekeeping.CustomerChore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** What people were told a season ago, read or not. */
@ApplicationScoped
class OldNotifications implements CustomerChore {

  @Inject private NotificationRepository notifications;

  @Override
  public String things() {
    return "notifications";
  }

  @Override
  public Duration kept() {
    return Duration.ofDays(90);
  }

  @Override
  @Transactional
  public int removeSome(Instant before, int most) {
    return notifications.removeOld(before, most);
  }
}
