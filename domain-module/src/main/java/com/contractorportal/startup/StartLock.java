package com.contractorportal.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lets the nodes of one database do something one after the other. */
@ApplicationScoped
class StartLock {

  /** Less than the pool's socketTimeout, which would end the connection that waits. */
  private static final int PATIENCE_SECONDS = 8;

  @Inject private DataSource dataSource;

  /**
   * Does the work while no other node does any under this lock.
   *
   * @throws IllegalStateException if the lock cannot be had
   */
  void during(Runnable work) {
    try (Connection connection = dataSource.getConnection()) {
      String name = "start." + connection.getCatalog();
      if (!ask(connection, "SELECT GET_LOCK(LEFT(?, 64), " + PATIENCE_SECONDS + ")", name)) {
        throw new IllegalStateException("Another node has been starting for too long.");
      }
      try {
        work.run();
      } finally {
        ask(connection, "SELECT RELEASE_LOCK(LEFT(?, 64))", name);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(
          "The database does not answer: " + failure.getMessage(), failure);
    }
  }

  private static boolean ask(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getInt(1) == 1;
      }
    }
  }
}
