package com.contractorportal.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Compares this node's clock with the database's, which is the one that all nodes see. Tokens,
 * sessions and leases are dated by the node that makes them and judged by all the others.
 */
@ApplicationScoped
public class NodeClock {

  /** Half of the time within which two tabs may refresh a session at once. */
  static final Duration ALLOWED = Duration.ofSeconds(5);

  @Inject private DataSource dataSource;

  /**
   * Makes sure that this node's clock is right.
   *
   * @throws IllegalStateException if it is not; the message says by how much
   */
  public void requireRight() {
    Duration ahead = ahead();
    if (ahead.abs().compareTo(ALLOWED) > 0) {
      throw new IllegalStateException(
          "This node's clock is %d s %s the database's, more than the %d s allowed."
              .formatted(
                  ahead.abs().toSeconds(),
                  ahead.isNegative() ? "behind" : "ahead of",
                  ALLOWED.toSeconds()));
    }
  }

  private Duration ahead() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)")) {
      Instant before = Instant.now();
      try (ResultSet row = query.executeQuery()) {
        row.next();
        Instant there = Instant.EPOCH.plusNanos(row.getLong(1) * 1000);
        return ahead(before, there, Instant.now());
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The database does not tell its time.", failure);
    }
  }

  /**
   * How far this node's clock is ahead, at least: the database told its time at some moment between
   * the question and the answer, however long these took.
   */
  static Duration ahead(Instant before, Instant there, Instant after) {
    if (there.isBefore(before)) {
      return Duration.between(there, before);
    }
    return there.isAfter(after) ? Duration.between(there, after) : Duration.ZERO;
  }
}
