package com.contractorportal.report;

import com.contractorportal.housekeeping.CustomerChore;
import com.contractorportal.persistence.Now;
import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reports that are older than the customer's plan reaches back: nobody can see them any more. First
 * their files are forgotten; then, when no backup can name them any more, the files go, and the
 * run's row last, so that whoever dies in between has left what leads to the rest.
 */
@ApplicationScoped
class OldReports implements CustomerChore {

  /** Longer than a backup takes, whose rows may still name the files. */
  private static final Duration OF_A_BACKUP = Duration.ofDays(2);

  @Inject private ReportRepository reports;
  @Inject private ReportStore store;
  @Inject private Limits limits;

  @Inject
  @ConfigProperty(name = "portal.retention.reports", defaultValue = "P7D")
  private Duration kept;

  @Override
  public String things() {
    return "old reports";
  }

  /** Beyond the plan's days, as a plan may be changed by mistake. */
  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  public int removeSome(Instant before, int most) {
    return limits
        .allowed(Limit.REPORT_HISTORY_DAYS)
        .most()
        .map(days -> removeStartedBefore(before.minus(Duration.ofDays(days)), most))
        .orElse(0);
  }

  private int removeStartedBefore(Instant end, int most) {
    int emptied = reports.emptyRuns(end, most);
    if (emptied > 0) {
      return emptied;
    }
    List<UUID> gone = reports.emptiedRuns(end, Now.instant().minus(OF_A_BACKUP), most);
    try {
      for (UUID run : gone) {
        store.remove(run);
        reports.removeRun(run);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return gone.size();
  }
}
