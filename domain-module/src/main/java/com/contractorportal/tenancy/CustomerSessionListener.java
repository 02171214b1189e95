package com.contractorportal.tenancy;

import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Gives every session of the {@code customer} unit the customer bound to the thread that opens it.
 * Without one, nothing opens: requests, new transactions, batch partitions and timers all pass
 * here.
 */
public class CustomerSessionListener extends SessionEventAdapter {

  @Override
  public void postAcquireClientSession(SessionEvent event) {
    event
        .getSession()
        .setProperty(CustomerOwned.CONTEXT_PROPERTY, CurrentCustomer.require().value());
  }
}
