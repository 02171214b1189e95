package com.contractorportal.report;

import com.contractorportal.plan.Limit;
import com.contractorportal.plan.Meter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** How much room a customer's report files take. */
@ApplicationScoped
class StoredReports implements Meter {

  @Inject private ReportRepository reports;

  @Override
  public Limit limit() {
    return Limit.STORAGE_BYTES;
  }

  @Override
  @Transactional
  public long used() {
    return reports.bytes();
  }
}
