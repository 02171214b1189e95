package com.contractorportal.container;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;

/**
 * Counts what the database does for a piece of work, in one of the units.
 *
 * <p>As long as a transaction only reads, Payara lets EclipseLink read on connections that have no
 * part in it. So the transaction's own connection is taken first, and everything goes through it.
 */
public final class Reads {

  private Reads() {}

  /**
   * What was done, and at what cost.
   *
   * @param rows how many rows the database read, from indexes or tables
   * @param statements how many statements it was asked
   */
  public record Read<T>(T answer, long rows, long statements) {}

  /** Lends the units. */
  @Dependent
  static class Unit {

    @PersistenceContext(unitName = "customer")
    private EntityManager customer;

    @PersistenceContext(unitName = "platform")
    private EntityManager platform;
  }

  /** Does the work in the current transaction, for the current customer. */
  public static <T> Read<T> of(Callable<T> work) throws Exception {
    return through(CDI.current().select(Unit.class).get().customer, work);
  }

  /** Does the work in the current transaction, above customers. */
  public static <T> Read<T> ofPlatform(Callable<T> work) throws Exception {
    return through(CDI.current().select(Unit.class).get().platform, work);
  }

  private static <T> Read<T> through(EntityManager unit, Callable<T> work) throws Exception {
    Connection connection = unit.unwrap(Connection.class);
    try (Statement statement = connection.createStatement()) {
      // What counting itself costs comes off: once between two counts.
      long[] first = now(statement);
      long[] before = now(statement);
      T answer = work.call();
      long[] after = now(statement);
      return new Read<>(
          answer, after[0] - 2 * before[0] + first[0], after[1] - 2 * before[1] + first[1]);
    }
  }

  private static long[] now(Statement statement) throws SQLException {
    return new long[] {sum(statement, "Handler_read%"), sum(statement, "Questions")};
  }

  private static long sum(Statement statement, String name) throws SQLException {
    long sum = 0;
    try (ResultSet rows = statement.executeQuery("SHOW SESSION STATUS LIKE '" + name + "'")) {
      while (rows.next()) {
        sum += rows.getLong(2);
      }
    }
    return sum;
  }
}
