package com.contractorportal.property;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Picks up imports whose worker died, or that arrived while all were busy. */
@Singleton
@Startup
@DependsOn("PortalStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class ImportSchedule {

  private static final int SECONDS = 10;

  @Inject private ImportWorker worker;

  // Not an EJB timer: Payara Micro keeps those in its data grid, which is off.
  @Resource private ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> looking;

  @PostConstruct
  void begin() {
    looking = scheduler.scheduleWithFixedDelay(worker::wake, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    looking.cancel(false);
  }
}
