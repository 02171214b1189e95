package com.contractorportal.property;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Picks up imports whose worker died, or that arrived while all were busy. */
@Singleton
public class ImportTimer {

  @Inject private ImportWorker worker;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void lookForWork() {
    worker.wake();
  }
}
