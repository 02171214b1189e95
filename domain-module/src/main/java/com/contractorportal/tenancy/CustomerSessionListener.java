package com.contractorportal.tenancy;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Gives every session of the {@code customer} unit the customer bound to the thread that opens it.
 * Without one, nothing opens: requests, new transactions, batch partitions and timers all pass
 * here.
 *
 * <p>Nothing opens outside a transaction either. There the server would keep the persistence
 * context, and with it the customer, as long as the thread's invocation lasts, which in a job is
 * longer than one customer.
 */
public class CustomerSessionListener extends SessionEventAdapter {

  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  @Override
  public void postAcquireClientSession(SessionEvent event) {
    CustomerId customer = CurrentCustomer.require();
    if (transactionStatus() == Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("A customer's data can only be reached in a transaction.");
    }
    event.getSession().setProperty(CustomerOwned.CONTEXT_PROPERTY, customer.value());
  }

  private static int transactionStatus() {
    try {
      TransactionSynchronizationRegistry registry = InitialContext.doLookup(REGISTRY);
      return registry.getTransactionStatus();
    } catch (NamingException missing) {
      throw new IllegalStateException("The server has no transactions.", missing);
    }
  }
}
