package com.contractorportal.container;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;

/**
 * A transaction of the test's own, around what it calls; undone unless committed.
 *
 * <p>Not a {@code UserTransaction}: Payara's interceptor of {@code @Transactional} keeps, in a
 * field that all callers of a bean share, whether the caller may use one, so that another thread in
 * the same bean can take it away from this one ("Operation not allowed").
 */
public final class Transaction implements AutoCloseable {

  private final TransactionManager manager;

  private Transaction(TransactionManager manager) {
    this.manager = manager;
  }

  public static Transaction begin() throws Exception {
    TransactionManager manager = InitialContext.doLookup("java:appserver/TransactionManager");
    manager.begin();
    return new Transaction(manager);
  }

  /** What the work gives, and nothing of what it did. */
  public static <T> T undone(Callable<T> work) throws Exception {
    Transaction transaction = begin();
    try {
      return work.call();
    } finally {
      transaction.close();
    }
  }

  public void commit() throws Exception {
    manager.commit();
  }

  @Override
  public void close() throws SystemException {
    if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
      manager.rollback();
    }
  }
}
