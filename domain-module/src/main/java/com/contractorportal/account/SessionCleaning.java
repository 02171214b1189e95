package com.contractorportal.account;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes the sessions that have reached their end; every node may, whoever comes first. */
@Singleton
@DependsOn("PortalStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class SessionCleaning {

  private static final Logger LOG = Logger.getLogger(SessionCleaning.class.getName());

  @Inject private Sessions sessions;

  @Schedule(hour = "*", minute = "17", persistent = false)
  void deleteExpired() {
    int deleted = sessions.deleteExpired();
    LOG.log(Level.FINE, "Deleted {0} links of expired sessions.", deleted);
  }
}
