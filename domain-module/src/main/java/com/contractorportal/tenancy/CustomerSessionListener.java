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
 * context, and with it the customer, for a whole invocation, which the threads of a job share and
 * many customers pass through. And a session that is open answers only its own customer.
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

  @Override
  public void preExecuteQuery(SessionEvent event) {
    Object owner = event.getSession().getProperty(CustomerOwned.CONTEXT_PROPERTY);
    if (!CurrentCustomer.require().value().equals(owner)) {
      throw new IllegalStateException("This persistence context was opened for another customer.");
    }
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
