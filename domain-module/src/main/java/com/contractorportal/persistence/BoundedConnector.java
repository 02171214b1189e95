package com.contractorportal.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;

/**
 * Asks the server's pool for connections with few threads at a time. The pool tries one connection
 * after the other, each until its time is out, when the database hangs: whoever cannot even ask
 * within five seconds is told so, and need not share that fate.
 */
final class BoundedConnector extends JNDIConnector {

  private static final long serialVersionUID = 1L;

  private static final int AT_A_TIME = 8;
  private static final int PATIENCE_SECONDS = 5;

  /** The driver knows no other limit for the time between connecting and having logged in. */
  private static final int LOGIN_SECONDS = 5;

  /** One for all units, as the pool is. */
  private static final Semaphore PLACES = new Semaphore(AT_A_TIME);

  private BoundedConnector(JNDIConnector pool) {
    super(pool.getDataSource());
  }

  /** Bounds what a session does to get a connection; a failure is not tried again. */
  static void guard(DatabaseLogin login) {
    DriverManager.setLoginTimeout(LOGIN_SECONDS);
    login.setQueryRetryAttemptCount(0);
    if (login.getConnector() instanceof JNDIConnector pool && !(pool instanceof BoundedConnector)) {
      login.setConnector(new BoundedConnector(pool));
    }
  }

  @Override
  public Connection connect(Properties properties, Session session) {
    boolean has = false;
    try {
      has = PLACES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!has) {
        throw unavailable("No connection to the database within %d s.".formatted(PATIENCE_SECONDS));
      }
      return super.connect(properties, session);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unavailable("Interrupted while waiting for a connection to the database.");
    } finally {
      if (has) {
        PLACES.release();
      }
    }
  }

  private static DatabaseException unavailable(String why) {
    return DatabaseException.sqlException(new SQLTransientConnectionException(why));
  }
}
