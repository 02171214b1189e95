package com.contractorportal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.UUID;

/**
 * Writes down what becomes of a run: the customer's own row and the night's result in one
 * transaction, so that the two never disagree.
 */
@ApplicationScoped
@Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = IOException.class)
class RunLedger {

  @Inject private ReportRepository reports;
  @Inject private NightService nights;

  /** The run of this night; an earlier attempt's is taken on. */
  UUID begin(Lease lease, ReportKind kind) {
    nights.requireHeld(lease);
    return run(lease, kind).id();
  }

  /**
   * Publishes the file and completes the run. The lease is checked and locked first: a worker that
   * was too slow changes neither a row nor the file.
   */
  void complete(Lease lease, ReportKind kind, ReportDraft draft, ReportFileView file, long rows)
      throws IOException {
    nights.complete(lease, rows, file.byteCount());
    ReportRun run = run(lease, kind);
    run.complete(rows);
    reports.removeFiles(run.id());
    reports.add(new ReportFile(run.id(), file));
    reports.flush();
    draft.publish();
  }

  /** Records a failed attempt. The customer's run fails with the last one. */
  void fail(Lease lease, ReportKind kind, String why) {
    nights.fail(lease, why);
    if (lease.isLast()) {
      run(lease, kind).fail(why);
    }
  }

  private ReportRun run(Lease lease, ReportKind kind) {
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
