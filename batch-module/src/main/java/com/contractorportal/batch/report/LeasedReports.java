package com.contractorportal.batch.report;

import com.contractorportal.report.Lease;
import com.contractorportal.report.ReportRunner;
import com.contractorportal.tenancy.Actor;
import com.contractorportal.tenancy.CurrentCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes what a lease is for, on behalf of its customer. */
@ApplicationScoped
class LeasedReports {

  private static final Logger LOG = Logger.getLogger(LeasedReports.class.getName());

  @Inject private ReportRunner runner;

  /** Lets nothing out: what goes wrong with one customer is that customer's. */
  void make(Lease lease, Actor portal) {
    try {
      CurrentCustomer.callAs(
          lease.customer(),
          portal,
          () -> {
            runner.report(lease);
            return null;
          });
    } catch (Exception failure) {
      LOG.log(
          Level.SEVERE,
          failure,
          () ->
              "Night %s, customer %s: the result could not be recorded; the lease will run out"
                  .formatted(lease.night(), lease.customer()));
    }
  }
}
