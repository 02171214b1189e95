package com.contractorportal.startup;

import com.contractorportal.account.SigningKeys;
import com.contractorportal.recurring.RecurringTask;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Replaces the signing keys when they have become old, step by step, one node at a time. */
@ApplicationScoped
class KeyRotation implements RecurringTask {

  private static final Duration SHORTEST = Duration.ofDays(1);

  /** Longer than any portal runs. */
  private static final Duration NEVER = Duration.ofDays(365_000);

  @Inject private SigningKeys keys;
  @Inject private StartLock lock;

  @Inject
  @ConfigProperty(name = "portal.keys.rotate.after", defaultValue = "P90D")
  private String setting;

  private Duration after;

  @PostConstruct
  void read() {
    after = parsed(setting);
  }

  static Duration parsed(String setting) {
    if (setting.equalsIgnoreCase("off")) {
      return NEVER;
    }
    try {
      Duration after = Duration.parse(setting);
      if (after.compareTo(SHORTEST) >= 0) {
        return after;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new IllegalStateException(
        "PORTAL_KEYS_ROTATE_AFTER must be off or at least a day, such as P90D, but is \""
            + setting
            + "\".");
  }

  /** Looks at three small files. */
  @Override
  public Duration pause() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    if (keys.isRotationDue(Instant.now(), after)) {
      lock.during(() -> keys.rotate(Instant.now(), after));
    }
  }
}
