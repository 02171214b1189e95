package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down what becomes of runs: the customer's own rows and the night's result. The result is
 * completed when all of the night's runs are, so that the two never disagree.
 */
@ApplicationScoped
@Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = IOException.class)
class RunLedger {

  @Inject private ReportRepository reports;
  @Inject private NightService nights;
  @Inject private MorningLetters letters;

  /** A file that is written and not yet published. */
  record Sealed(ReportDraft draft, ReportFileView file) {}

  /** What was made in a night. */
  record Made(long rows, long bytes, int reports) {

    Made plus(long moreRows, long moreBytes) {
      return new Made(rows + moreRows, bytes + moreBytes, reports + 1);
    }
  }

  /** What earlier attempts have made. */
  Made made(Lease lease) {
    return reports.madeIn(lease.night());
  }

  /**
   * The run of this night; an earlier attempt's is taken on.
   *
   * @return empty if an earlier attempt has completed it
   */
  Optional<UUID> begin(Lease lease, String kind) {
    nights.requireHeld(lease);
    ReportRun run = run(lease, kind);
    return run.isCompleted() ? Optional.empty() : Optional.of(run.id());
  }

  /**
   * Publishes the files and completes the run. The lease is checked and locked first: a worker that
   * was too slow changes neither a row nor a file.
   */
  void complete(Lease lease, String kind, List<Sealed> files, long rows) throws IOException {
    nights.requireHeld(lease);
    ReportRun run = run(lease, kind);
    run.complete(rows);
    reports.removeFiles(run.id());
    files.forEach(written -> reports.add(new ReportFile(run.id(), written.file())));
    reports.flush();
    for (Sealed written : files) {
      written.draft().publish();
    }
  }

  /** All runs are completed, by this attempt or by earlier ones. */
  Made finish(Lease lease) {
    Made made = reports.madeIn(lease.night());
    nights.complete(lease, made.rows(), made.bytes());
    letters.nightEnded(lease, Optional.empty());
    return made;
  }

  /** Records a failed attempt. What is not completed fails with the last one. */
  void fail(Lease lease, Collection<String> kinds, Failure failure, Duration worked) {
    if (nights.fail(lease, failure, worked)) {
      kinds.stream()
          .map(kind -> run(lease, kind))
          .filter(run -> !run.isCompleted())
          .forEach(run -> run.fail(failure.reason()));
      letters.nightEnded(lease, Optional.of(failure.reason()));
    }
  }

  /** The round was cancelled: what is not completed never will be. */
  void abandon(UUID nightId, String why) {
    reports.openIn(nightId).forEach(run -> run.fail(why));
  }

  private ReportRun run(Lease lease, String kind) {
    return reports
        .findInNight(lease.night(), kind)
        .orElseGet(
            () -> {
              ReportRun run = new ReportRun(kind, lease);
              reports.add(run);
              return run;
            });
  }
}
