package com.contractorportal.batch;

import com.contractorportal.batch.report.NightSchedule;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archives that tests deploy. */
public final class BatchArchive {

  private BatchArchive() {}

  /** Without the clock, so that nobody but the test starts work. */
  public static WebArchive withoutSchedule() {
    return ClassPath.portal(NightSchedule.class);
  }
}
