package com.contractorportal.web.health;

import com.contractorportal.figures.Figures;
import com.contractorportal.figures.FiguresService;
import com.contractorportal.report.NightFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether customers have got their nightly reports, as a monitor asks it. No part of readiness: a
 * night that failed is no reason to take nodes away from people.
 */
@ApplicationScoped
public class NightlyReports {

  @Inject private FiguresService figures;

  @Inject
  @ConfigProperty(name = "portal.report.nightly.at", defaultValue = "02:00")
  private String nightlyAt;

  @Inject
  @ConfigProperty(name = "portal.report.alert.age", defaultValue = "PT27H")
  private Duration most;

  private final Instant started = Instant.now();

  /**
   * What is seen.
   *
   * @param since when the last nightly run without a failure ended, or since when one is awaited
   */
  record Seen(boolean up, String detail, Optional<Instant> since) {}

  Seen seen() {
    return nightlyAt.equalsIgnoreCase("off")
        ? new Seen(true, "Nights are switched off.", Optional.empty())
        : seen(Instant.now(), figures.latest().map(Figures::nights), started, most);
  }

  /**
   * @param nights empty until the database was asked
   * @param started when this node was, as nobody waits for nights longer before there were any
   */
  static Seen seen(Instant now, Optional<NightFigures> nights, Instant started, Duration most) {
    Instant since = nights.flatMap(NightFigures::waitingSince).orElse(started);
    boolean up = !now.isAfter(since.plus(most));
    boolean everGood = nights.flatMap(NightFigures::lastGoodEnd).isPresent();
    return new Seen(up, sentence(up, everGood), Optional.of(since));
  }

  private static String sentence(boolean up, boolean everGood) {
    if (everGood) {
      return up
          ? "The last nightly run without a failure is recent."
          : "The last nightly run without a failure is too old.";
    }
    return up
        ? "No nightly run has ended without a failure yet."
        : "No nightly run has ended without a failure.";
  }
}
